package dev.keyway.providers.webauthn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserCredentialTest {

  private static final String CHALLENGE = "Y2hhbGxlbmdl";
  private static final String CREATED = Browsers.created(CHALLENGE);
  private static final String ASSERTED = Browsers.asserted(CHALLENGE, "app.example.org", "jane");

  @ParameterizedTest
  @EnumSource
  void whatABrowserGivesPassesUnchanged(Base64Form form) {
    BrowserCredential created = BrowserCredential.created(CREATED, form);
    created.requireMadeFor("webauthn.create", CHALLENGE);
    assertEquals(CREATED, created.text());
    assertEquals("public-key", created.json().get("type"));
    assertEquals(
        Map.of("credProps", Map.of("rk", true)), created.json().get("clientExtensionResults"));

    BrowserCredential asserted = BrowserCredential.asserted(ASSERTED, form);
    asserted.requireMadeFor("webauthn.get", CHALLENGE);
    asserted.requireRelyingParty("app.example.org");
    asserted.requireUser("jane");
  }

  @Test
  void paddingIsForTheVendorThatTakesIt() {
    String padded = CREATED.replace("\"YWI\"", "\"YWI=\"");
    BrowserCredential.created(padded, Base64Form.PADDED_OR_NOT)
        .requireMadeFor("webauthn.create", CHALLENGE + "=");
    assertCode(
        ErrorCode.INVALID_ARGUMENT, () -> BrowserCredential.created(padded, Base64Form.UNPADDED));
  }

  @ParameterizedTest
  @EnumSource
  void paddingAloneIsNoValue(Base64Form form) {
    for (String nothing : List.of("", "=", "====")) {
      assertEquals(Optional.empty(), form.decode(nothing));
    }
    assertArrayEquals(new byte[] {'a', 'b'}, form.decode("YWI").orElseThrow());
    assertEquals(Optional.empty(), form.decode("=YWI"));
  }

  @Test
  void whatFinishesACeremonyWasMadeForIt() {
    Base64Form form = Base64Form.UNPADDED;
    assertEquals(CREATED, BrowserCredential.registration(CREATED, form, CHALLENGE).text());
    assertEquals(ASSERTED, BrowserCredential.assertion(ASSERTED, form, CHALLENGE).text());
    assertRefused(() -> BrowserCredential.registration(CREATED, form, "b3RoZXI"));
    assertRefused(() -> BrowserCredential.assertion(ASSERTED, form, "b3RoZXI"));
  }

  @Test
  void itHasAtMost65536Characters() {
    String longest = CREATED + " ".repeat(65_536 - CREATED.length());
    assertEquals(longest, BrowserCredential.created(longest, Base64Form.UNPADDED).text());
    assertCode(
        ErrorCode.INVALID_ARGUMENT,
        () -> BrowserCredential.created(longest + " ", Base64Form.UNPADDED));
  }

  /** The flags come after the hash (WebAuthn, section 6.1): without them it is no answer. */
  @Test
  void aHashAloneIsNotWhatAnAuthenticatorAnswers() {
    String whole = Browsers.base64url(Browsers.authenticatorData("app.example.org", 37));
    for (int length : new int[] {32, 33}) {
      String cut = Browsers.base64url(Browsers.authenticatorData("app.example.org", length));
      BrowserCredential asserted =
          BrowserCredential.asserted(ASSERTED.replace(whole, cut), Base64Form.UNPADDED);
      if (length < 33) {
        assertRefused(() -> asserted.requireRelyingParty("app.example.org"));
      } else {
        asserted.requireRelyingParty("app.example.org");
      }
    }
  }

  @Test
  void whatWasMadeForAnotherCeremonyIsRefused() {
    BrowserCredential created = BrowserCredential.created(CREATED, Base64Form.UNPADDED);
    assertRefused(() -> created.requireMadeFor("webauthn.get", CHALLENGE));
    assertRefused(() -> created.requireMadeFor("webauthn.create", "b3RoZXI"));
    BrowserCredential asserted = BrowserCredential.asserted(ASSERTED, Base64Form.UNPADDED);
    assertRefused(() -> asserted.requireRelyingParty("example.org"));
    assertRefused(() -> asserted.requireUser("eve"));
    String anonymous = ASSERTED.replace("\"userHandle\"", "\"anything\"");
    assertRefused(
        () -> BrowserCredential.asserted(anonymous, Base64Form.UNPADDED).requireUser("jane"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "rawId", "type", "response", "clientDataJSON", "attestationObject"})
  void noPartMayBeMissingOrOfAnotherKind(String name) {
    for (String other : List.of("\"x" + name + "\":", "\"" + name + "\":7,\"x\":")) {
      String changed = CREATED.replace("\"" + name + "\":", other);
      assertFalse(changed.equals(CREATED), "nothing was changed");
      assertCode(
          ErrorCode.INVALID_ARGUMENT,
          () -> BrowserCredential.created(changed, Base64Form.PADDED_OR_NOT));
    }
  }

  @Test
  void aMemberThatStandsTwiceIsNotTakenForEither() {
    String twice = CREATED.replace("{\"id\":\"YWI\"", "{\"id\":\"YWI\",\"id\":\"YWM\"");
    assertCode(
        ErrorCode.INVALID_ARGUMENT, () -> BrowserCredential.created(twice, Base64Form.UNPADDED));
  }

  @Test
  void clientDataThatAreNoneAreRefused() {
    for (String clientData : List.of("", "{", "[]", "null", "{}", "{\"challenge\":1}", "\u00ff")) {
      BrowserCredential credential =
          BrowserCredential.created(Browsers.withClientData(clientData + " "), Base64Form.UNPADDED);
      assertCode(
          ErrorCode.INVALID_ARGUMENT,
          () -> credential.requireMadeFor("webauthn.create", CHALLENGE));
    }
    byte[] latin = {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};
    BrowserCredential credential =
        BrowserCredential.created(Browsers.withClientData(latin), Base64Form.UNPADDED);
    assertCode(
        ErrorCode.INVALID_ARGUMENT, () -> credential.requireMadeFor("webauthn.create", CHALLENGE));
  }

  @Test
  void nothingOfItShowsInItsTextForm() {
    assertEquals(
        "BrowserCredential", BrowserCredential.created(CREATED, Base64Form.UNPADDED).toString());
  }

  @Test
  void theChallengeIsReadFromAVendorsOptions() {
    assertEquals(CHALLENGE, VendorOptions.challenge("{\"challenge\":\"" + CHALLENGE + "\"}"));
    for (String bad : List.of("", "{", "{}", "{\"challenge\":\" \"}", "{\"challenge\":{}}")) {
      assertCode(ErrorCode.INVALID_RESPONSE, () -> VendorOptions.challenge(bad));
    }
  }

  private static void assertRefused(Executable call) {
    assertCode(ErrorCode.PASSKEY_REFUSED, call);
  }

  private static void assertCode(ErrorCode code, Executable call) {
    assertEquals(code, assertThrows(AuthException.class, call).code());
  }
}
