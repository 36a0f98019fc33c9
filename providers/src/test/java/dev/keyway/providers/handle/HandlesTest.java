package dev.keyway.providers.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.providers.TestClock;
import dev.keyway.providers.TestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlesTest {

  private static final String KEY_A = "a".repeat(32);
  private static final String KEY_B = "b".repeat(32);
  private static final Map<String, String> FIELDS = Map.of("session", "s3cr3t-session");

  private final TestClock clock = new TestClock();
  private final Instant later = clock.instant().plus(Duration.ofMinutes(5));
  private final Handles handles = handles("stytch", "project-1", "api-secret", "");

  private Handles handles(String provider, String project, String secret, String keys) {
    return Handles.of(
        TestContext.of(Map.of("keyway.handle-keys", keys), clock),
        provider,
        project,
        Secret.of(secret));
  }

  private void assertRefused(Handles by, ChallengeHandle handle, String kind) {
    AuthException e = assertThrows(AuthException.class, () -> by.open(handle, kind));
    assertEquals(ErrorCode.CHALLENGE_INVALID, e.code());
  }

  @Test
  void whatWasSealedIsFoundAgain() {
    OpenedHandle opened = handles.open(handles.seal("otp", later, FIELDS), "otp");
    assertEquals("s3cr3t-session", opened.get("session"));
    assertEquals("otp", opened.kind());
    assertEquals(later, opened.expiresAt());
  }

  @Test
  void nothingOfItCanBeRead() {
    ChallengeHandle handle = handles.seal("otp", later, FIELDS);
    assertFalse(handle.reveal().contains("s3cr3t"));
    assertEquals("OpenedHandle[otp]", handles.open(handle, "otp").toString());
    assertNotEquals(handle, handles.seal("otp", later, FIELDS));
  }

  @Test
  void anotherKindProviderProjectOrSecretDoesNotOpenIt() {
    ChallengeHandle handle = handles.seal("otp", later, FIELDS);
    assertRefused(handles, handle, "oauth");
    assertRefused(handles("stack-auth", "project-1", "api-secret", ""), handle, "otp");
    assertRefused(handles("stytch", "project-2", "api-secret", ""), handle, "otp");
    assertRefused(handles("stytch", "project-1", "other-secret", ""), handle, "otp");
  }

  @Test
  void aRenamedHeaderDoesNotOpen() {
    String text = handles.seal("otp", later, FIELDS).reveal();
    for (String forged :
        List.of(
            text.replaceFirst("otp", "oauth"),
            text.replaceFirst("v1", "v2"),
            text.replaceFirst("stytch", "stack-auth"))) {
      for (String kind : List.of("otp", "oauth")) {
        assertRefused(handles, ChallengeHandle.of(forged), kind);
        assertRefused(
            handles("stack-auth", "project-1", "api-secret", ""), ChallengeHandle.of(forged), kind);
      }
    }
  }

  @Test
  void noCharacterCanBeChanged() {
    String text = handles.seal("otp", later, FIELDS).reveal();
    for (int i = 0; i < text.length(); i++) {
      String forged =
          text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
      assertRefused(handles, ChallengeHandle.of(forged), "otp");
    }
  }

  @Test
  void aHandleCutAnywhereDoesNotOpen() {
    String text = handles.seal("otp", later, FIELDS).reveal();
    for (int length = 1; length < text.length(); length++) {
      assertRefused(handles, ChallengeHandle.of(text.substring(0, length)), "otp");
    }
    assertRefused(handles, ChallengeHandle.of(text + "A"), "otp");
    assertRefused(handles, ChallengeHandle.of(text + ".A"), "otp");
  }

  @Test
  void anOldHandleIsToldFromAForgedOne() {
    ChallengeHandle handle = handles.seal("otp", later, FIELDS);
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertEquals("s3cr3t-session", handles.open(handle, "otp").get("session"));
    clock.advance(Duration.ofMillis(1));
    AuthException e = assertThrows(AuthException.class, () -> handles.open(handle, "otp"));
    assertEquals(ErrorCode.CHALLENGE_EXPIRED, e.code());
  }

  @Test
  void keysCanBeRotated() {
    Handles before = handles("stytch", "project-1", "x", KEY_A);
    Handles during = handles("stytch", "project-1", "x", KEY_B + "," + KEY_A);
    Handles after = handles("stytch", "project-1", "x", KEY_B);
    ChallengeHandle old = before.seal("otp", later, FIELDS);
    ChallengeHandle fresh = during.seal("otp", later, FIELDS);
    assertEquals("s3cr3t-session", during.open(old, "otp").get("session"));
    assertEquals("s3cr3t-session", after.open(fresh, "otp").get("session"));
    assertRefused(after, old, "otp");
    assertRefused(before, fresh, "otp");
  }

  @Test
  void configuredKeysTakeTheApiSecretsPlace() {
    ChallengeHandle bySecret = handles.seal("otp", later, FIELDS);
    assertRefused(handles("stytch", "project-1", "api-secret", KEY_A), bySecret, "otp");
    ChallengeHandle byKey = handles("stytch", "project-1", "one", KEY_A).seal("otp", later, FIELDS);
    assertEquals(
        "s3cr3t-session",
        handles("stytch", "project-1", "two", KEY_A).open(byKey, "otp").get("session"));
  }

  @Test
  void aMissingFieldIsNotGenuine() {
    OpenedHandle opened = handles.open(handles.seal("otp", later, Map.of()), "otp");
    assertTrue(opened.find("session").isEmpty());
    AuthException e = assertThrows(AuthException.class, () -> opened.get("session"));
    assertEquals(ErrorCode.CHALLENGE_INVALID, e.code());
  }

  @Test
  void oneOfSeveralKindsIsTold() {
    ChallengeHandle handle = handles.seal("otp", later, FIELDS);
    assertEquals("otp", handles.open(handle, List.of("oauth", "otp")).kind());
  }

  @Test
  void fieldsThatDoNotFitAreAnAnswersAndTheLongestIsNamed() {
    for (int length : List.of(3000, 0x10000, 200_000)) {
      AuthException e =
          assertThrows(
              AuthException.class,
              () -> handles.seal("otp", later, Map.of("a", "b", "method", "m".repeat(length))));
      assertEquals(
          "INVALID_RESPONSE: stytch answered with a value that is too long for a handle: method",
          e.getMessage());
    }
  }

  @Test
  void theLongestFieldIsNamedWhicheverComesFirst() {
    for (String longest : List.of("a", "b", "c")) {
      Map<String, String> fields = new HashMap<>(Map.of("a", "x", "b", "x", "c", "x"));
      fields.put(longest, "x".repeat(4000));
      AuthException e = assertThrows(AuthException.class, () -> handles.seal("otp", later, fields));
      assertTrue(String.valueOf(e.getMessage()).endsWith(" handle: " + longest), e.getMessage());
    }
  }

  /** Base 64 has no text of 4n + 1 characters, so not every kind's handles get that long. */
  @Test
  void theLongestHandleHas4000Characters() {
    int longest = 0;
    for (String kind : List.of("otp", "link", "oauth")) {
      for (int length = 2900; length < 3000; length++) {
        try {
          Map<String, String> fields = Map.of("a", "b".repeat(length));
          longest = Math.max(longest, handles.seal(kind, later, fields).reveal().length());
        } catch (AuthException e) {
          assertEquals(ErrorCode.INVALID_RESPONSE, e.code());
        }
      }
    }
    assertEquals(4000, longest);
  }

  @Test
  void whatTheNextHandleAddsMustFitAlready() {
    Map<String, String> fields = Map.of("a", "b".repeat(2000));
    handles.seal("otp", later, fields, 900);
    AuthException e =
        assertThrows(AuthException.class, () -> handles.seal("otp", later, fields, 1000));
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code());
  }
}
