package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** The ceremonies of the guide's script, with Chromium's own WebAuthn. */
@InChromium
class PasskeyInBrowserTest {

  private static final String ADA = "ada@example.com";

  private final VirtualAuthenticator authenticator;

  PasskeyInBrowserTest(Chromium chromium) {
    authenticator = chromium.authenticator();
  }

  @AfterEach
  void takeTheAuthenticatorAway(Chromium chromium) {
    chromium.remove(authenticator);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aPasskeySignsItsNamedUserIn(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.PASSKEY)) {
      register(site, chromium);
      signOut(site, chromium);
      assertEquals("Signed in", signIn(site, chromium));
      chromium.open(site.home());
      assertEquals("Signed in as " + ADA, chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aPasskeyTellsWhoItIsFor(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.PASSKEY)) {
      register(site, chromium);
      chromium.forget();
      assertEquals("Signed in", signIn(site, chromium));
      chromium.open(site.home());
      assertEquals("Signed in as " + ADA, chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aRemovedPasskeyIsRefused(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.PASSKEY)) {
      register(site, chromium);
      UserId ada = site.auth().users().findByEmail(EmailAddress.of(ADA)).orElseThrow().id();
      List<Passkey> passkeys = site.auth().passkeys().list(ada);
      assertEquals(1, passkeys.size());
      site.auth().passkeys().delete(ada, passkeys.get(0).id());

      chromium.forget();
      assertEquals(ErrorCode.PASSKEY_REFUSED.name(), signIn(site, chromium));
      chromium.open(site.home());
      assertEquals("Nobody is signed in", chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anAuthenticatorWithoutThePasskeyHasNothingToOffer(
      Vendor vendor, AuthEmulator emulator, Chromium chromium) throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.PASSKEY)) {
      register(site, chromium);
      authenticator.removeAllCredentials();
      signOut(site, chromium);
      assertEquals("NotAllowedError", signIn(site, chromium), "said by the browser");
    }
  }

  private static void register(SampleSite site, Chromium chromium) {
    chromium.open(site.home());
    chromium.type("New account's e-mail", ADA);
    chromium.type("Password", "my horse reads maps at noon");
    chromium.press("Sign up");
    assertEquals("Signed in as " + ADA, chromium.heading());
    chromium.press("Passkeys");
    chromium.click("Create a passkey");
    assertEquals("Registered", chromium.await("output"));
  }

  private static void signOut(SampleSite site, Chromium chromium) {
    chromium.open(site.home());
    chromium.press("Sign out");
    assertEquals("Nobody is signed in", chromium.heading());
  }

  private static String signIn(SampleSite site, Chromium chromium) {
    chromium.open(site.home().resolve("/passkey"));
    chromium.click("Sign in with a passkey");
    return chromium.await("output");
  }
}
