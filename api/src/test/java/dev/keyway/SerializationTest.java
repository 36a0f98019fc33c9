package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What applications keep in their sessions is read by every later version: {@code
 * serialized.properties} has the bytes that version 0.1.0 writes, in base 64, and is never changed.
 */
class SerializationTest {

  private static final AccessToken ACCESS = AccessToken.of("eyJ0eXAi.eyJzdWIi.c2lnbmVk");
  private static final RenewalToken RENEWAL = RenewalToken.of("0123456789abcdefghjkm");
  private static final ChallengeHandle HANDLE = ChallengeHandle.of("v1.stytch.otp.c2VhbGVk");

  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("userId", UserId.of("user-test-1")),
          Map.entry("sessionId", SessionId.of("session-test-1")),
          Map.entry("passkeyId", PasskeyId.of("webauthn-registration-test-1")),
          Map.entry("oauthProviderId", OAuthProviderId.GITHUB),
          Map.entry("emailAddress", EmailAddress.of("Ada@b\u00fccher.example")),
          Map.entry("phoneNumber", PhoneNumber.of("+14155552671")),
          Map.entry("accessToken", ACCESS),
          Map.entry("renewalToken", RENEWAL),
          Map.entry("challengeHandle", HANDLE),
          Map.entry("sessionTokens", new SessionTokens(ACCESS, RENEWAL)),
          Map.entry(
              "challenge", new Challenge(HANDLE, Instant.parse("2026-03-01T12:00:00.123456789Z"))));

  static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

  static final List<Object> NOT_KEPT =
      List.of(Secret.of("correct-horse"), OneTimeCode.of("123456"));

  @ParameterizedTest
  @FieldSource("NAMES")
  void theRecordedBytesAreReadAndStillWritten(String name) throws Exception {
    Object value = Objects.requireNonNull(VALUES.get(name));
    String recorded = recorded().getProperty(name);
    assertEquals(recorded, Base64.getEncoder().encodeToString(written(value)));
    Object read = read(Base64.getDecoder().decode(recorded));
    assertEquals(value, read);
    assertEquals(value.toString(), read.toString());
  }

  @Test
  void theSpellingOfAnAddressIsKept() throws Exception {
    EmailAddress read = (EmailAddress) read(written(EmailAddress.of("Ada@Example.com")));
    assertEquals("Ada@Example.com", read.value());
  }

  @ParameterizedTest
  @FieldSource("NOT_KEPT")
  void aPasswordOrCodeDoesNotEndInASessionByAccident(Object value) {
    assertThrows(NotSerializableException.class, () -> written(value));
  }

  /** Bytes are checked as arguments are, and a refusal does not show them. */
  @Test
  void bytesThatWereChangedAreRefused() throws Exception {
    for (Object value :
        List.of(
            UserId.of("bait-that-is-long"),
            SessionId.of("bait-that-is-long"),
            PasskeyId.of("bait-that-is-long"),
            OAuthProviderId.of("bait-that-is-long"),
            ChallengeHandle.of("bait-that-is-long"),
            EmailAddress.of("bait-that-is-long@x.example"))) {
      byte[] changed =
          new String(written(value), StandardCharsets.ISO_8859_1)
              .replace("bait-that-is", "bait that is")
              .getBytes(StandardCharsets.ISO_8859_1);
      InvalidObjectException e =
          assertThrows(InvalidObjectException.class, () -> read(changed), value.toString());
      assertFalse(String.valueOf(e.getMessage()).contains("bait"), e.getMessage());
    }
  }

  @Test
  void anUnknownKindIsRefused() throws Exception {
    byte[] bytes = written(new SerialForm("something-else", "x"));
    assertThrows(InvalidObjectException.class, () -> read(bytes));
    assertEquals("SerialForm[email]", new SerialForm("email", "bait").toString());
  }

  /** Such an object would be there without its checks: nothing is written in this form. */
  @Test
  void anObjectThatIsMadeOfBytesWithoutItsFormIsRefused() throws Exception {
    for (Class<?> type : List.of(EmailAddress.class, PhoneNumber.class)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(type.getName());
      out.writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID());
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
      InvalidObjectException e =
          assertThrows(InvalidObjectException.class, () -> read(bytes.toByteArray()));
      assertEquals("Keyway writes its values in another form", e.getMessage());
    }
  }

  private static byte[] written(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  private static Properties recorded() throws IOException {
    Properties recorded = new Properties();
    try (@Nullable InputStream in =
        SerializationTest.class.getResourceAsStream("/serialized.properties")) {
      recorded.load(Objects.requireNonNull(in));
    }
    return recorded;
  }
}
