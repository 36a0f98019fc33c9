package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator's own pages, in the hands of somebody who tries an application. */
@InChromium
class UiInBrowserTest {

  private static final String EMAIL = "ada@example.com";

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aMailIsOpenedAndItsLinkFollowed(Vendor vendor, AuthEmulator emulator, Chromium chromium)
      throws IOException {
    try (SampleSite site = SampleSite.open(vendor, emulator, Capability.MAGIC_LINK)) {
      chromium.open(site.home());
      chromium.type("E-mail", EMAIL);
      chromium.press("Mail me a link");

      chromium.open(start(emulator));
      assertEquals("Worlds", chromium.heading());
      chromium.press(site.world().name());
      assertEquals("Inbox", chromium.heading());
      assertTrue(chromium.text().contains(EMAIL), chromium::text);
      chromium.press(site.world().outbox().await(EMAIL, MessageKind.MAGIC_LINK).subject().strip());
      chromium.press("Follow link");
      assertEquals("Signed in as " + EMAIL, chromium.heading());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCodeIsRead(boolean scripts, AuthEmulator emulator, World world, Chromium chromium) {
    chromium.scripts(scripts);
    try (Stage stage = Stage.on(Vendor.STYTCH, world)) {
      stage.code(EMAIL);
    }
    String code =
        Objects.requireNonNull(
            world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code(), "a code");
    chromium.open(page(emulator, world, ""));
    assertTrue(chromium.text().contains(code), chromium::text);
    chromium.press(world.outbox().messages().get(0).subject());
    assertEquals(code, chromium.all(".big-code").get(0).getText());
  }

  @Test
  void aCodeIsCopied(AuthEmulator emulator, World world, Chromium chromium) {
    try (Stage stage = Stage.on(Vendor.STYTCH, world)) {
      stage.code(EMAIL);
    }
    chromium.open(page(emulator, world, ""));
    chromium.grantClipboard();
    chromium.named("button", "Copy code").click();
    assertEquals("Copied the code", chromium.await("[role=status]"));
    assertEquals(
        world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code(), chromium.clipboard());
  }

  @Test
  void aMessageShowsWhileThePageIsOpen(AuthEmulator emulator, World world, Chromium chromium) {
    chromium.open(page(emulator, world, ""));
    assertTrue(chromium.text().contains("No message yet"), chromium::text);
    try (Stage stage = Stage.on(Vendor.STYTCH, world)) {
      stage.code(EMAIL);
    }
    assertTrue(chromium.await("#messages tbody").contains(EMAIL));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErrorIsExplained(boolean scripts, AuthEmulator emulator, World world, Chromium chromium) {
    chromium.scripts(scripts);
    try (Stage stage = Stage.on(Vendor.STACK_AUTH, world)) {
      stage.person("Ada", EMAIL);
      stage.wrongPassword(EMAIL);
    }
    chromium.open(page(emulator, world, "/ledger"));
    List<LedgerEntry> requests = world.ledger().entries();
    LedgerEntry last = requests.get(requests.size() - 1);
    chromium.press(last.method() + " " + last.path());
    assertTrue(chromium.text().contains("EMAIL_PASSWORD_MISMATCH"), chromium::text);
    assertEquals("Explanation", chromium.all(".why").get(0).getAccessibleName());
    assertFalse(chromium.text().contains("my horse reads"), "passwords are not recorded");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFaultIsArmedAndRemoved(
      boolean scripts, AuthEmulator emulator, World world, Chromium chromium) {
    chromium.scripts(scripts);
    chromium.open(page(emulator, world, "/faults"));
    assertTrue(chromium.text().contains("There are no faults"), chromium::text);
    chromium.type("Operation", "stytch.otp.*");
    chromium.type("Status", "503");
    chromium.type("Maximum number of times", "2");
    chromium.press("Add the fault");
    assertEquals("stytch.otp.*", world.faults().active().get(0).operation());
    assertEquals(2, world.faults().active().get(0).remaining().orElseThrow());
    chromium.press("Remove all");
    assertEquals(List.of(), world.faults().active());
    assertTrue(chromium.text().contains("There are no faults"), chromium::text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theClockIsMovedTenMinutes(
      boolean scripts, AuthEmulator emulator, World world, Chromium chromium) {
    chromium.scripts(scripts);
    world.clock().freeze();
    Instant before = world.clock().now();
    chromium.open(page(emulator, world, "/clock"));
    chromium.press("+10 min");
    assertEquals(before.plus(Duration.ofMinutes(10)), world.clock().now());
    chromium.press("+1 min");
    assertEquals(before.plus(Duration.ofMinutes(11)), world.clock().now());
    chromium.press("+1 day");
    assertEquals(before.plus(Duration.ofMinutes(11)).plus(Duration.ofDays(1)), world.clock().now());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aUsersAuthenticatorAppIsLookedInto(
      boolean scripts, AuthEmulator emulator, World world, Chromium chromium) {
    chromium.scripts(scripts);
    world.clock().freeze();
    for (Vendor vendor : Vendor.values()) {
      try (Stage stage = Stage.on(vendor, world)) {
        stage.person("Ada of " + vendor.id(), EMAIL);
        VirtualTotpDevice app = stage.authenticatorApp(EMAIL);
        chromium.open(page(emulator, world, "/users"));
        chromium.press("Ada of " + vendor.id());
        assertEquals(app.code(), chromium.await(".big-code"));
        world.clock().advance(app.period());
        chromium.open(chromium.address());
        assertEquals(app.code(), chromium.await(".big-code"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aUserIsSignedOutAndLocked(
      Vendor vendor, AuthEmulator emulator, World world, Chromium chromium) {
    try (Stage stage = Stage.on(vendor, world)) {
      UserId ada = stage.person("Ada", EMAIL);
      assertEquals(1, stage.auth().sessions().list(ada).size());
      chromium.open(page(emulator, world, "/users"));
      chromium.press("Ada");
      chromium.press("End all sessions");
      assertEquals(List.of(), stage.auth().sessions().list(ada));
      chromium.press("Lock");
      assertTrue(chromium.text().contains("locked"), chromium::text);
      assertTrue(world.accounts().find(ada.value()).orElseThrow().locked());
      chromium.press("Unlock");
      assertFalse(world.accounts().find(ada.value()).orElseThrow().locked());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void htmlInANameIsText(Vendor vendor, AuthEmulator emulator, Chromium chromium) {
    String name = "<b onclick=\"alert(1)\">Ada</b><img src=x onerror=alert(2)>";
    try (World world = emulator.newWorld(Vendor.project().named(name));
        Stage stage = Stage.on(vendor, world)) {
      stage.person(name, EMAIL);
      world.oauth().addAccount(SocialAccount.of(EMAIL).named(name));
      chromium.complaints();
      chromium.open(start(emulator));
      chromium.press(name);
      assertEquals("Inbox", chromium.heading());
      chromium.open(page(emulator, world, "/users"));
      chromium.press(name);
      assertEquals(name, chromium.heading());
      chromium.open(page(emulator, world, "/social"));
      assertTrue(chromium.text().contains(name), chromium::text);
      assertEquals(List.of(), chromium.complaints(), "nothing was fetched, run or refused");
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void copiedPropertiesConfigureAClient(
      Vendor vendor, AuthEmulator emulator, World world, Chromium chromium, @TempDir Path folder)
      throws IOException {
    chromium.open(page(emulator, world, "/connect"));
    chromium.grantClipboard();
    chromium.all("button").stream()
        .filter(button -> "Copy properties".equals(button.getAccessibleName()))
        .skip(vendor == Vendor.STYTCH ? 1 : 0)
        .findFirst()
        .orElseThrow()
        .click();
    assertEquals("Copied the properties", chromium.await("[role=status]"));
    Path file =
        Files.writeString(
            folder.resolve("copied.properties"), chromium.clipboard() + "\nkeyway.timeout=PT5M\n");
    try (AuthClient client = AuthClient.open(AuthConfig.fromProperties(file))) {
      assertEquals(vendor.id(), client.provider());
      client.passwords().signUp(EmailAddress.of(EMAIL), Secret.of("my horse reads maps at noon"));
      assertEquals(1, world.accounts().list().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void coverageTellsHowAnErrorIsKnown(boolean scripts, AuthEmulator emulator, Chromium chromium) {
    chromium.scripts(scripts);
    chromium.open(URI.create(start(emulator) + "/coverage"));
    assertEquals("Coverage", chromium.heading());
    chromium.type("Path, operation or error", "EMAIL_PASSWORD_MISMATCH");
    chromium.press("Show");
    chromium.click("Errors of Stack Auth");
    assertTrue(
        chromium.text().contains("EMAIL_PASSWORD_MISMATCH 400 vendor-source"), chromium::text);
  }

  private static URI start(AuthEmulator emulator) {
    return URI.create(emulator.baseUrl() + "/_emulator/ui");
  }

  private static URI page(AuthEmulator emulator, World world, String page) {
    return URI.create(start(emulator) + "/worlds/" + world.id() + page);
  }
}
