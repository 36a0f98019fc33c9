package dev.keyway.providers.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PkceTest {

  @Test
  void theStandardsExampleComesOut() {
    // RFC 7636, appendix B.
    Pkce pkce = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", pkce.challenge());
  }

  @Test
  void eachOneIsNewAndOfTheAllowedForm() {
    SecureRandom random = new SecureRandom();
    Pkce one = Pkce.next(random);
    assertTrue(one.verifier().matches("[A-Za-z0-9_-]{43}"));
    assertNotEquals(one.verifier(), Pkce.next(random).verifier());
    assertEquals("Pkce[redacted]", one.toString());
  }
}
