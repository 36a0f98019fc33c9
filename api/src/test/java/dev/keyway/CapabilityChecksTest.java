package dev.keyway;

import static dev.keyway.Capability.*;
import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is not declared is refused before it is sent; what is declared gets through. */
class CapabilityChecksTest {

  /** What each call needs: one of them is enough. */
  private static final Map<String, Set<Capability>> NEEDED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("passwords.signUp", Set.of(PASSWORD_SIGN_UP)),
              Map.entry("passwords.signIn", Set.of(PASSWORD_SIGN_IN)),
              Map.entry("passwords.change", Set.of(PASSWORD_CHANGE)),
              Map.entry("passwords.set", Set.of(PASSWORD_SET)),
              Map.entry("passwords.startReset", Set.of(PASSWORD_RESET)),
              Map.entry("passwords.finishReset", Set.of(PASSWORD_RESET)),
              Map.entry("passwords.check", Set.of(PASSWORD_CHECK)),
              Map.entry("passwords.importHash", Set.of(PASSWORD_IMPORT_BCRYPT)),
              Map.entry("otps.sendEmail", Set.of(OTP_EMAIL)),
              Map.entry("otps.sendSms", Set.of(OTP_SMS)),
              Map.entry("otps.sendWhatsApp", Set.of(OTP_WHATSAPP)),
              Map.entry("otps.verify", Set.of(OTP_EMAIL, OTP_SMS, OTP_WHATSAPP)),
              Map.entry("magicLinks.send", Set.of(MAGIC_LINK)),
              Map.entry("magicLinks.authenticate", Set.of(MAGIC_LINK)),
              Map.entry("oauth.authorize", Set.of(OAUTH)),
              Map.entry("oauth.exchange", Set.of(OAUTH)),
              Map.entry("oauth.accessToken", Set.of(OAUTH_STORED_TOKENS)),
              Map.entry("passkeys.startRegistration", Set.of(PASSKEY)),
              Map.entry("passkeys.finishRegistration", Set.of(PASSKEY)),
              Map.entry("passkeys.startSignIn", Set.of(PASSKEY)),
              Map.entry("passkeys.finishSignIn", Set.of(PASSKEY)),
              Map.entry("passkeys.list", Set.of(PASSKEY)),
              Map.entry("passkeys.rename", Set.of(PASSKEY_RENAME)),
              Map.entry("passkeys.delete", Set.of(PASSKEY)),
              Map.entry("totp.startEnrolment", Set.of(TOTP)),
              Map.entry("totp.finishEnrolment", Set.of(TOTP)),
              Map.entry("totp.recoveryCodes", Set.of(TOTP_RECOVERY_CODES)),
              Map.entry("totp.disable", Set.of(TOTP)),
              Map.entry("secondFactor.completeWithTotp", Set.of(SECOND_FACTOR_TOTP)),
              Map.entry(
                  "secondFactor.completeWithRecoveryCode", Set.of(SECOND_FACTOR_RECOVERY_CODE)),
              Map.entry("secondFactor.sendOtp", Set.of(SECOND_FACTOR_OTP)),
              Map.entry("secondFactor.completeWithOtp", Set.of(SECOND_FACTOR_OTP)),
              Map.entry("sessions.verify", Set.of(SESSION_VERIFY)),
              Map.entry("sessions.authenticate", Set.of(SESSION_AUTHENTICATE)),
              Map.entry("sessions.refresh", Set.of(SESSION_REFRESH)),
              Map.entry("sessions.extend", Set.of(SESSION_EXTEND)),
              Map.entry("sessions.list", Set.of(SESSION_LIST)),
              Map.entry("sessions.revoke", Set.of(SESSION_REVOKE)),
              Map.entry("sessions.revokeAll", Set.of(SESSION_REVOKE)),
              Map.entry("sessions.signOut", Set.of(SESSION_SIGN_OUT)),
              Map.entry("users.create", Set.of(USER_CREATE)),
              Map.entry("users.find", Set.of(USER_FIND)),
              Map.entry("users.findByEmail", Set.of(USER_FIND)),
              Map.entry("users.search", Set.of(USER_SEARCH)),
              Map.entry("users.update", Set.of(USER_UPDATE)),
              Map.entry("users.delete", Set.of(USER_DELETE)),
              Map.entry("machines.create", Set.of(MACHINE)),
              Map.entry("machines.find", Set.of(MACHINE)),
              Map.entry("machines.list", Set.of(MACHINE)),
              Map.entry("machines.revoke", Set.of(MACHINE)),
              Map.entry("machines.startRotation", Set.of(MACHINE_ROTATE)),
              Map.entry("machines.finishRotation", Set.of(MACHINE_ROTATE)),
              Map.entry("machines.cancelRotation", Set.of(MACHINE_ROTATE)),
              Map.entry("machines.token", Set.of(MACHINE_TOKEN)),
              Map.entry("machines.verify", Set.of(MACHINE)),
              Map.entry("webhooks.receive", Set.of(WEBHOOK))));

  /** These say what to expect of an answer; there is no call to refuse. */
  private static final Set<Capability> DESCRIPTIVE =
      Set.of(PASSKEY_MULTIPLE, OAUTH_TOKENS_AT_SIGN_IN);

  private record OptionCase(Capability needed, String call, Consumer<AuthClient> body) {}

  private static List<OptionCase> optionCases() {
    Duration hour = Duration.ofHours(1);
    SignInOptions signIn = SignInOptions.builder().sessionDuration(hour).build();
    CallbackOptions back = CallbackOptions.builder().sessionDuration(hour).build();
    SignUpOptions signUp = SignUpOptions.builder().sessionDuration(hour).build();
    EmailAddress email = Samples.EMAIL;
    Map<String, String> plan = Map.of("plan", "pro");
    ClientContext device = ClientContext.of("192.0.2.1", "Browser/1");
    PasswordHash bcrypt = PasswordHash.bcrypt("$2a$10$x");
    Stream<OptionCase> fixed =
        Stream.of(
            new OptionCase(
                SESSION_DURATION,
                "Passwords.signIn",
                c -> c.passwords().signIn(email, Samples.SECRET, signIn)),
            new OptionCase(
                SESSION_DURATION,
                "Passwords.signUp",
                c -> c.passwords().signUp(email, Samples.SECRET, signUp)),
            new OptionCase(
                SESSION_DURATION,
                "MagicLinks.authenticate",
                c -> c.magicLinks().authenticate(Samples.CALLBACK, back)),
            new OptionCase(
                SESSION_CLAIMS,
                "Passwords.signIn",
                c ->
                    c.passwords()
                        .signIn(
                            email,
                            Samples.SECRET,
                            SignInOptions.builder().sessionClaims(plan).build())),
            new OptionCase(
                SESSION_CLAIMS,
                "Passwords.signUp",
                c ->
                    c.passwords()
                        .signUp(
                            email,
                            Samples.SECRET,
                            SignUpOptions.builder().sessionClaims(plan).build())),
            new OptionCase(
                SESSION_CLAIMS,
                "MagicLinks.authenticate",
                c ->
                    c.magicLinks()
                        .authenticate(
                            Samples.CALLBACK,
                            CallbackOptions.builder().sessionClaims(plan).build())),
            new OptionCase(
                SESSION_CLAIMS,
                "Sessions.extend",
                c ->
                    c.sessions()
                        .extend(
                            Samples.TOKENS.renewal(),
                            hour,
                            ExtendOptions.builder().sessionClaims(plan).build())),
            new OptionCase(
                DELIVERY_DEVICE_MATCH,
                "MagicLinks.authenticate",
                c ->
                    c.magicLinks()
                        .authenticate(
                            Samples.CALLBACK,
                            CallbackOptions.builder()
                                .clientContext(device)
                                .sameIpAddress(true)
                                .build())),
            new OptionCase(
                DELIVERY_DEVICE_MATCH,
                "Otps.verify",
                c ->
                    c.otps()
                        .verify(
                            (ChallengeHandle) Samples.of(ChallengeHandle.class),
                            (OneTimeCode) Samples.of(OneTimeCode.class),
                            SignInOptions.builder()
                                .clientContext(device)
                                .sameUserAgent(true)
                                .build())),
            new OptionCase(
                DELIVERY_DEVICE_MATCH,
                "MagicLinks.authenticate",
                c ->
                    c.magicLinks()
                        .authenticate(
                            Samples.CALLBACK,
                            CallbackOptions.builder()
                                .clientContext(device)
                                .sameUserAgent(true)
                                .build())),
            new OptionCase(
                DELIVERY_DEVICE_MATCH,
                "Otps.verify",
                c ->
                    c.otps()
                        .verify(
                            (ChallengeHandle) Samples.of(ChallengeHandle.class),
                            (OneTimeCode) Samples.of(OneTimeCode.class),
                            SignInOptions.builder()
                                .clientContext(device)
                                .sameIpAddress(true)
                                .build())),
            delivery(DELIVERY_TEMPLATE, DeliveryOptions.builder().template("welcome")),
            delivery(DELIVERY_TEMPLATE, DeliveryOptions.builder().signUpTemplate("welcome")),
            new OptionCase(
                PASSWORD_IMPORT_OTHER,
                "Passwords.importHash",
                c ->
                    c.passwords()
                        .importHash(
                            NewUser.withEmail(email),
                            new PasswordHash(PasswordHash.Format.SHA1, Samples.SECRET, Map.of()))),
            new OptionCase(
                OAUTH_LINK,
                "OAuth.authorize",
                c ->
                    c.oauth()
                        .authorize(
                            OAuthProviderId.GITHUB,
                            Samples.CALLBACK,
                            OAuthOptions.builder().linkTo(Samples.TOKENS).build())),
            delivery(DELIVERY_ATTACH, DeliveryOptions.builder().attachTo(Samples.TOKENS)),
            delivery(DELIVERY_EXPIRY, DeliveryOptions.builder().expiresIn(hour)),
            delivery(
                DELIVERY_SIGN_UP_CALLBACK,
                DeliveryOptions.builder().signUpCallback(URI.create("https://a.example.com"))),
            delivery(DELIVERY_LOCALE, DeliveryOptions.builder().locale(Locale.FRENCH)),
            delivery(DELIVERY_BOUND_TO_BROWSER, DeliveryOptions.builder().boundToBrowser(true)),
            new OptionCase(
                USER_PHONE_NUMBERS,
                "Users.create",
                c -> c.users().create(NewUser.builder().phoneNumber(Samples.PHONE).build())),
            new OptionCase(
                USER_EXTERNAL_ID,
                "Users.create",
                c -> c.users().create(NewUser.builder().email(email).externalId("7").build())),
            new OptionCase(
                USER_EXTERNAL_ID,
                "Users.update",
                c ->
                    c.users()
                        .update(Samples.USER_ID, UserUpdate.builder().externalId("7").build())),
            machine(MACHINE_OWNER, NewMachine.named("x").owner(Samples.USER_ID)),
            machine(MACHINE_SCOPES, NewMachine.named("x").scopes(Set.of("read:books"))),
            machine(MACHINE_EXPIRY, NewMachine.named("x").expiresAt(Samples.NOON)),
            new OptionCase(
                MACHINE_OWNER,
                "Machines.list",
                c -> c.machines().list(MachineQuery.of(Samples.USER_ID))),
            new OptionCase(
                MACHINE_SCOPES,
                "Machines.verify",
                c ->
                    c.machines()
                        .verify(
                            Samples.SECRET,
                            MachineVerifyOptions.builder()
                                .requiredScopes(Set.of("read:books"))
                                .build())));
    Stream<OptionCase> metadata =
        new TreeMap<>(
                Map.of(
                    MetadataScope.USER_WRITABLE, METADATA_USER_WRITABLE,
                    MetadataScope.USER_READABLE, METADATA_USER_READABLE,
                    MetadataScope.SERVER_ONLY, METADATA_SERVER_ONLY))
            .entrySet().stream()
                .flatMap(
                    entry -> {
                      Map<String, Integer> values = Map.of("a", 1);
                      MetadataScope scope = entry.getKey();
                      Capability needed = entry.getValue();
                      NewUser user = NewUser.builder().email(email).metadata(scope, values).build();
                      SignUpOptions options =
                          SignUpOptions.builder().metadata(scope, values).build();
                      UserUpdate update = UserUpdate.builder().metadata(scope, values).build();
                      return Stream.of(
                          new OptionCase(needed, "Users.create", c -> c.users().create(user)),
                          new OptionCase(
                              needed,
                              "Users.update",
                              c -> c.users().update(Samples.USER_ID, update)),
                          new OptionCase(
                              needed,
                              "Passwords.importHash",
                              c -> c.passwords().importHash(user, bcrypt)),
                          new OptionCase(
                              needed,
                              "Passwords.signUp",
                              c -> c.passwords().signUp(email, Samples.SECRET, options)));
                    });
    return Stream.concat(fixed, metadata).toList();
  }

  private static OptionCase delivery(Capability needed, DeliveryOptions.Builder options) {
    DeliveryOptions built = options.build();
    return new OptionCase(needed, "Otps.sendEmail", c -> c.otps().sendEmail(Samples.EMAIL, built));
  }

  private static OptionCase machine(Capability needed, NewMachine.Builder machine) {
    NewMachine built = machine.build();
    return new OptionCase(needed, "Machines.create", c -> c.machines().create(built));
  }

  @Test
  void theTableNamesEveryOperation() {
    assertEquals(
        Operation.whole().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)),
        NEEDED.keySet());
  }

  @Test
  void everyCapabilityGuardsSomething() {
    Set<Capability> guarding = EnumSet.copyOf(DESCRIPTIVE);
    NEEDED.values().forEach(guarding::addAll);
    optionCases().forEach(option -> guarding.add(option.needed()));
    assertEquals(EnumSet.allOf(Capability.class), guarding);
  }

  @TestFactory
  Stream<DynamicTest> aCallIsRefusedWithoutItsCapability() {
    return Operation.all()
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      Set<Capability> needed = NEEDED.getOrDefault(operation.name(), Set.of());
                      FixtureProvider provider =
                          new FixtureProvider(EnumSet.complementOf(EnumSet.copyOf(needed)));
                      try (AuthClient client = provider.client().build()) {
                        AuthException failure =
                            fails(
                                ErrorCode.UNSUPPORTED,
                                () -> operation.call(client, operation.samples()));
                        assertTrue(message(failure).contains(operation.name()), message(failure));
                        assertEquals(List.of(), provider.calls);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aCallGetsThroughWithNothingButItsCapability() {
    return Operation.all()
        .flatMap(
            operation ->
                NEEDED.getOrDefault(operation.name(), Set.of()).stream()
                    .sorted()
                    .map(
                        capability ->
                            dynamicTest(
                                operation + " by " + capability,
                                () -> {
                                  FixtureProvider provider =
                                      new FixtureProvider(EnumSet.of(capability));
                                  try (AuthClient client = provider.client().build()) {
                                    operation.call(client, operation.samples());
                                    assertEquals(List.of(operation.providerCall()), provider.calls);
                                  }
                                })));
  }

  @TestFactory
  Stream<DynamicTest> anOptionIsRefusedWithoutItsCapability() {
    return optionCases().stream()
        .map(
            option ->
                dynamicTest(
                    option.call() + " and " + option.needed(),
                    () -> {
                      FixtureProvider without =
                          new FixtureProvider(EnumSet.complementOf(EnumSet.of(option.needed())));
                      try (AuthClient client = without.client().build()) {
                        AuthException failure =
                            fails(ErrorCode.UNSUPPORTED, () -> option.body().accept(client));
                        assertTrue(message(failure).contains(option.needed().name()));
                        assertEquals(List.of(), without.calls);
                      }
                      FixtureProvider with = new FixtureProvider(EnumSet.allOf(Capability.class));
                      try (AuthClient client = with.client().build()) {
                        option.body().accept(client);
                        assertEquals(List.of(option.call()), with.calls);
                      }
                    }));
  }

  @Test
  void theClientTellsWhatTheProviderDeclares() {
    FixtureProvider provider = new FixtureProvider(Set.of(USER_FIND, PASSWORD_SIGN_IN));
    try (AuthClient client = provider.client().build()) {
      assertTrue(client.supports(USER_FIND));
      assertFalse(client.supports(USER_DELETE));
      assertEquals(
          List.of(PASSWORD_SIGN_IN, USER_FIND),
          List.copyOf(client.capabilities()),
          "in the order of the enum");
    }
  }

  @Test
  void whatIsRequiredAndMissingIsNamedAtTheStart() {
    FixtureProvider provider = new FixtureProvider(Set.of(USER_FIND));
    AuthException failure =
        fails(
            ErrorCode.UNSUPPORTED,
            () -> provider.client().require(USER_FIND, OAUTH).require(TOTP).build());
    assertTrue(message(failure).endsWith("does not support [OAUTH, TOTP]"), message(failure));
    assertEquals(1, provider.closings.get(), "the provider made in vain is closed");
  }

  @Test
  void whatIsRequiredAndDeclaredIsNoObstacle() {
    FixtureProvider provider = new FixtureProvider(Set.of(USER_FIND, OAUTH));
    try (AuthClient client = provider.client().require(USER_FIND, OAUTH).build()) {
      assertEquals("fixture", client.provider());
    }
  }
}
