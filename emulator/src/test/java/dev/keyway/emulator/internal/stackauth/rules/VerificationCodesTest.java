package dev.keyway.emulator.internal.stackauth.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import org.junit.jupiter.api.Test;

class VerificationCodesTest {
  @Test
  void theCodeIsSetInTheCallbackUrlAndEverythingElseStays() {
    assertEquals(
        "http://localhost/cb?a=1&b=2&code=new#part",
        Urls.withParameter("http://localhost/cb?a=1&code=old&b=2#part", "code", "new").toString());
    assertEquals(
        "http://localhost/cb?code=new",
        Urls.withParameter("http://localhost/cb", "code", "new").toString());
  }
}
