package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No value's text form holds a secret, so that a log line never does. */
class RedactionTest {

  @TestFactory
  Stream<DynamicTest> noTextFormHoldsASecret() {
    List<Object> values = new ArrayList<>();
    StreamSupport.stream(Samples.all().spliterator(), false)
        .filter(value -> value.getClass().getPackageName().equals("dev.keyway"))
        .forEach(values::add);
    values.add(FixtureProvider.CONFIG);
    values.add(DeliveryOptions.builder().attachTo(Samples.TOKENS).build());
    values.add(OAuthOptions.builder().linkTo(Samples.TOKENS).build());
    values.add(CallbackOptions.builder().handle(Samples.HANDLE).build());
    values.add(new Page<>(List.of(Samples.SIGNED_IN), Optional.empty()));
    values.add(
        new SignInResult.SecondFactorRequired(
            Set.of(SecondFactorKind.TOTP), Samples.HANDLE, Samples.NOON));
    values.add(
        new PasswordHash(
            PasswordHash.Format.SCRYPT, Samples.SECRET, Map.of("salt", Samples.SECRET_TEXT)));
    values.add(
        User.builder(Samples.USER_ID)
            .metadata(MetadataScope.SERVER_ONLY, Map.of("key", Samples.SECRET_TEXT))
            .build());
    values.add(
        Session.builder(SessionId.of("s"), Samples.USER_ID)
            .claims(Map.of("key", Samples.SECRET_TEXT))
            .build());
    return values.stream()
        .map(
            value ->
                dynamicTest(
                    value.getClass().getSimpleName(),
                    () ->
                        assertFalse(
                            value.toString().contains(Samples.SECRET_TEXT), value.toString())));
  }

  @Test
  void addressesAndNumbersAreMaskedInsideOtherValues() {
    UserEmail email = new UserEmail(EmailAddress.of("alice@example.com"), true);
    assertEquals("UserEmail[address=a***@example.com, verified=true]", email.toString());
    UserPhoneNumber phone = new UserPhoneNumber(Samples.PHONE, false);
    assertEquals("UserPhoneNumber[number=+***23, verified=false]", phone.toString());
  }

  @Test
  void whatHoldsASecretShowsWhatItIsAndWhatIsNoSecret() {
    QrCode qr = QrCode.of("image/png", new byte[0]);
    assertEquals("QrCode[image/png]", qr.toString());
    assertEquals("image/png", qr.mediaType());
    assertEquals("PasswordHash[BCRYPT]", PasswordHash.bcrypt("$2a$10$x").toString());
    assertEquals(
        "OAuthAuthorization[id.example.com, expiresAt=2026-01-01T12:00:00Z]",
        Samples.of(OAuthAuthorization.class).toString());
    assertEquals(
        "PasskeyCeremony[expiresAt=2026-01-01T12:00:00Z]",
        Samples.of(PasskeyCeremony.class).toString());
  }

  @Test
  void usersAndSessionsShowIdsOnly() {
    assertEquals("User[user-1]", Samples.USER.toString());
    assertEquals("Session[session-1 of user-1]", Samples.SESSION.toString());
  }
}
