package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.Capability;
import dev.keyway.ErrorCode;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.MessageKind;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person asks for a mail and follows its link. */
@InChromium
class MagicLinkInBrowserTest {

  private static final String ADA = "ada@example.com";

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aMailedLinkSignsIn(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.MAGIC_LINK)) {
      chromium.open(askForALink(site, chromium));
      assertEquals("Signed in as " + ADA, chromium.heading());
      assertEquals(site.home(), chromium.address(), "the token is out of the address bar");
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aMailedLinkSignsInWithoutScripts(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    chromium.scripts(false);
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.MAGIC_LINK)) {
      chromium.open(askForALink(site, chromium));
      assertEquals("Signed in as " + ADA, chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aLinkIsGoodOnce(Vendor vendor, AuthEmulator emulator, Chromium chromium) throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.MAGIC_LINK)) {
      URI link = askForALink(site, chromium);
      chromium.open(link);
      chromium.press("Sign out");
      assertEquals("Nobody is signed in", chromium.heading());

      chromium.open(link);
      assertRefused(
          chromium,
          EnumSet.of(ErrorCode.LINK_ALREADY_USED, ErrorCode.LINK_REFUSED, ErrorCode.LINK_UNKNOWN));
      chromium.open(site.home());
      assertEquals("Nobody is signed in", chromium.heading());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aBoundLinkIsWorthNothingInAnotherBrowser(
      Vendor vendor, AuthEmulator emulator, Chromium chromium) throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.MAGIC_LINK)) {
      assumeTrue(
          site.auth().supports(Capability.DELIVERY_BOUND_TO_BROWSER),
          () -> vendor.id() + " binds no link to a browser");
      URI link = askForALink(site, chromium);
      chromium.forget();
      chromium.open(link);
      assertRefused(chromium, EnumSet.of(ErrorCode.PKCE_MISMATCH));
      chromium.open(site.home());
      assertEquals("Nobody is signed in", chromium.heading());
    }
  }

  private static URI askForALink(SampleSite site, Chromium chromium) {
    chromium.open(site.home());
    chromium.type("E-mail", ADA);
    chromium.press("Mail me a link");
    assertEquals("Please look into your mail", chromium.heading());
    return Objects.requireNonNull(site.world().outbox().await(ADA, MessageKind.MAGIC_LINK).link());
  }

  private static void assertRefused(Chromium chromium, Set<ErrorCode> codes) {
    String shown = chromium.heading();
    assertTrue(
        codes.stream().map(ErrorCode::name).anyMatch(shown::equals),
        () -> shown + " is none of " + codes);
  }
}
