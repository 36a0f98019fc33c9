package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Capability;
import dev.keyway.ErrorCode;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.SocialAccount;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person signs in at the identity provider that the emulator plays. */
@InChromium
class OAuthInBrowserTest {

  private static final String ADA = "ada@example.com";
  private static final String NOBODY = "Nobody is signed in";

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anAccountFromThePickerSignsIn(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      site.world().oauth().addAccount(SocialAccount.of("grace@example.com").named("Grace"));
      site.world().oauth().addAccount(SocialAccount.of(ADA).named("Ada <b>Lovelace</b>"));
      askForConsent(site, chromium);
      assertTrue(
          chromium.text().contains("Grace grace@example.com"), "the picker shows both accounts");
      chromium.press("Ada <b>Lovelace</b> " + ADA);
      assertEquals("Signed in as " + ADA, chromium.heading());
      assertEquals(site.home(), chromium.address(), "the code is out of the address bar");
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anAddedAccountSignsInAgainFromThePicker(
      Vendor vendor, AuthEmulator emulator, Chromium chromium) throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      addAccount(site, chromium);
      chromium.press("Sign out");
      assertEquals(NOBODY, chromium.heading());
      askForConsent(site, chromium);
      chromium.press("Ada " + ADA);
      assertEquals("Signed in as " + ADA, chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void nothingOfItNeedsScripts(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    chromium.scripts(false);
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      addAccount(site, chromium);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whoDeniesIsNotSignedIn(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      askForConsent(site, chromium);
      chromium.press("Deny");
      assertFailed(vendor, ErrorCode.OAUTH_DENIED, site, chromium);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aFailingProviderSignsNobodyIn(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      askForConsent(site, chromium);
      chromium.press("Fail with server_error");
      assertFailed(vendor, ErrorCode.OAUTH_PROVIDER_FAILED, site, chromium);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anAnswerToAnEarlierFlowIsRefused(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      askForConsent(site, chromium);
      URI earlier = chromium.address();
      askForConsent(site, chromium);
      chromium.open(earlier);
      agree(chromium);
      assertEquals(ErrorCode.STATE_MISMATCH.name(), chromium.heading());
      chromium.open(site.home());
      assertEquals(NOBODY, chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void consentGivenInAnotherBrowserSignsNobodyIn(
      Vendor vendor, AuthEmulator emulator, Chromium chromium) throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.OAUTH)) {
      askForConsent(site, chromium);
      chromium.forget();
      agree(chromium);
      // Stack Auth keeps a cookie of its own in the browser; on Stytch the site's handle is
      // missing.
      assertTrue(
          chromium.text().contains(vendor == Vendor.STYTCH ? "Please begin" : "Inner OAuth cookie"),
          chromium::text);
      chromium.open(site.home());
      assertEquals(NOBODY, chromium.heading());
    }
  }

  private static void askForConsent(SampleSite site, Chromium chromium) {
    chromium.open(site.home());
    chromium.press("Sign in with Google");
    assertTrue(chromium.heading().startsWith("Sign in with"), chromium::text);
    assertNotEquals(site.home().getPort(), chromium.address().getPort(), "at the emulator");
  }

  private static void addAccount(SampleSite site, Chromium chromium) {
    askForConsent(site, chromium);
    agree(chromium);
    assertEquals("Signed in as " + ADA, chromium.heading());
  }

  private static void agree(Chromium chromium) {
    chromium.type("E-mail", ADA);
    chromium.type("Name", "Ada");
    chromium.press("Add and continue");
  }

  /** Stytch keeps the browser on a page of its own; Stack Auth sends it back. */
  private static void assertFailed(
      Vendor vendor, ErrorCode code, SampleSite site, Chromium chromium) {
    if (chromium.address().getPort() == site.home().getPort()) {
      assertEquals(code.name(), chromium.heading());
    } else {
      assertEquals(Vendor.STYTCH, vendor);
      assertTrue(chromium.text().contains("oauth_flow_callback_error"), chromium::text);
    }
    chromium.open(site.home());
    assertEquals(NOBODY, chromium.heading());
  }
}
