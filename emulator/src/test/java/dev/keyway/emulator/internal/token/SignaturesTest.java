package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private final SigningKey key = SigningKey.es256("k", new Randomness(new SecureRandom()));
  private final List<String> signed = new ArrayList<>();

  @Test
  void aTokenOfAResponseIsSignedWhenTheResponseIsComplete() {
    Response response;
    try (Signatures later = Signatures.putOff()) {
      String unfinished = key.signLater(null, "{\"n\":1}", signed::add);
      String twice = key.signLater(null, "{\"n\":2}", signed::add);
      assertEquals(List.of(), signed);
      response =
          later.complete(Response.json(200, Json.object().put("a", unfinished).put("b", twice)));
    }
    List<String> sent = List.of(response.body().split("\"", -1));
    assertEquals(signed, List.of(sent.get(3), sent.get(7)));
    signed.forEach(token -> assertTrue(key.verifies(CompactJws.parse(token).orElseThrow())));
    assertFalse(signed.get(0).equals(signed.get(1)));
    key.signLater(null, "{}", signed::add);
    assertEquals(3, signed.size(), "from then on tokens are signed at once");
  }

  @Test
  void aTokenThatIsNotSentIsNotSigned() {
    try (Signatures later = Signatures.putOff()) {
      key.signLater(null, "{}", signed::add);
      assertEquals("refused", later.complete(Response.text(400, "refused")).body());
    }
    assertEquals(List.of(), signed);
  }

  @Test
  void elsewhereATokenIsSignedAtOnce() {
    String token = key.signLater(null, "{}", signed::add);
    assertEquals(List.of(token), signed);
    assertTrue(key.verifies(CompactJws.parse(token).orElseThrow()));
  }

  @Test
  void whatWasSignedBeforeKeysWereRetiredIsNotRemembered() {
    VerifiedTokens<String> verified = new VerifiedTokens<>();
    long before = verified.era();
    verified.clear();
    verified.remember("token", "claims", before);
    assertTrue(verified.find("token").isEmpty());
    verified.remember("token", "claims", verified.era());
    assertTrue(verified.find("token").isPresent());
  }
}
