package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that may not sign up, and those that nothing can be sent to. */
@ExtendWith(EmulatorExtension.class)
class AddressListsTest {
  private static final String NUMBER = "+12025550123";

  /** All that make a user of an address. */
  private static final List<String> SIGN_UPS =
      List.of(
          "/v1/users",
          "/v1/passwords",
          "/v1/magic_links/email/login_or_create",
          "/v1/magic_links/email/invite",
          "/v1/otps/email/login_or_create");

  /** All that send a mail. */
  private static final List<String> MAILS =
      List.of(
          "/v1/magic_links/email/login_or_create",
          "/v1/magic_links/email/send",
          "/v1/magic_links/email/invite",
          "/v1/otps/email/login_or_create",
          "/v1/otps/email/send",
          "/v1/passwords/email/reset/start");

  private final World world;
  private final StytchClient stytch;

  AddressListsTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private void configure(UnaryOperator<StytchSettings.Builder> change) {
    world.stytch().configure(change::apply);
  }

  private Wire.Reply with(String path, String email) throws Exception {
    return path.equals("/v1/passwords")
        ? stytch.post(path, "email", email, "password", PASSWORD)
        : stytch.post(path, "email", email);
  }

  private Wire.Reply text(String path) throws Exception {
    return stytch.post(path, "phone_number", NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\u00fccher.example", "xn--bcher-kva.example"})
  void anInternationalDomainIsListedInEitherSpelling(String entry) throws Exception {
    configure(settings -> settings.emailDenylist(entry));
    assertRefused(403, "email_in_denylist", with("/v1/users", "ada@xn--bcher-kva.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "example.com"})
  void whoIsOnTheDenylistDoesNotSignUp(String entry) throws Exception {
    configure(settings -> settings.emailDenylist(entry));
    for (String path : SIGN_UPS) {
      assertRefused(403, "email_in_denylist", with(path, EMAIL));
      assertRefused(403, "email_in_denylist", with(path, "ADA@Example.com"));
    }
    succeed(with("/v1/users", "ada@other.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "example.com"})
  void whoIsNotOnTheAllowlistDoesNotSignUp(String entry) throws Exception {
    configure(settings -> settings.emailAllowlist(entry, "third.example"));
    for (String path : SIGN_UPS) {
      assertRefused(403, "email_not_in_allowlist", with(path, "bob@example.org"));
    }
    succeed(with("/v1/otps/email/login_or_create", "ADA@Example.com"));
  }

  @Test
  void theDenylistIsAnExceptionToTheAllowlist() throws Exception {
    configure(settings -> settings.emailAllowlist("example.com").emailDenylist(EMAIL));
    assertRefused(403, "email_in_denylist", with("/v1/users", EMAIL));
    succeed(with("/v1/users", "bob@example.com"));
  }

  @Test
  void whoIsThereAlreadySignsIn() throws Exception {
    stytch.signUp();
    configure(settings -> settings.emailAllowlist("other.example").emailDenylist("example.com"));
    succeed(with("/v1/magic_links/email/login_or_create", EMAIL));
    succeed(with("/v1/otps/email/login_or_create", EMAIL));
    succeed(stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", PASSWORD));
  }

  @Test
  void noMailGoesWhereMailsCameBackFrom() throws Exception {
    stytch.signUp();
    configure(settings -> settings.bouncedEmails(EMAIL));
    for (String path : MAILS) {
      assertRefused(400, "inactive_email", with(path, "Ada@Example.com"));
    }
    succeed(with("/v1/magic_links/email/login_or_create", "bob@example.com"));
  }

  @Test
  void noMailGoesToADomainThatTakesNone() throws Exception {
    stytch.signUp();
    configure(settings -> settings.undeliverableDomains("example.com"));
    for (String path : MAILS) {
      assertRefused(400, "invalid_email_domain", with(path, EMAIL));
    }
    succeed(stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "whatsapp"})
  void aTextThatCannotArriveIsRefused(String channel) throws Exception {
    succeed(text("/v1/otps/" + channel + "/login_or_create"));
    for (String path : List.of("/login_or_create", "/send")) {
      String route = "/v1/otps/" + channel + path;
      configure(settings -> settings.unreachablePhoneNumbers(NUMBER));
      assertRefused(400, "downstream_carrier_error", text(route));
      configure(settings -> settings.unsubscribedPhoneNumbers(NUMBER));
      assertRefused(400, "unsubscribed_phone_number", text(route));
      configure(settings -> settings.billingVerified(false));
      assertRefused(400, "billing_not_verified", text(route));
      configure(
          settings ->
              settings.billingVerified(true).unsubscribedPhoneNumbers().unreachablePhoneNumbers());
      succeed(text(route));
    }
  }

  @Test
  void appleHasAnErrorOfItsOwnWhereItIsNotConfigured() throws Exception {
    configure(settings -> settings.oauthProviders("google"));
    String query = "?public_token=" + world.stytch().publicToken();
    assertRefused(
        400, "apple_oauth_config_not_found", stytch.get("/v1/public/oauth/apple/start" + query));
    assertRefused(
        404, "oauth_config_not_found", stytch.get("/v1/public/oauth/github/start" + query));
  }
}
