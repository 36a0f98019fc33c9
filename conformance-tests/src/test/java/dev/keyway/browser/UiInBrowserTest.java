package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Capability;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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
    chromium.command(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    chromium.named("button", "Copy code").click();
    assertEquals("Copied the code", chromium.await("[role=status]"));
    assertEquals(
        world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code(),
        chromium.runAsync("navigator.clipboard.readText().then(arguments[0])"));
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
    assertTrue(chromium.text().contains("Nothing is broken"), chromium::text);
    chromium.type("Operation", "stytch.otp.*");
    chromium.type("Status", "503");
    chromium.type("At most so many times", "2");
    chromium.press("Arm the fault");
    assertEquals("stytch.otp.*", world.faults().active().get(0).operation());
    assertEquals(2, world.faults().active().get(0).remaining().orElseThrow());
    chromium.press("Remove all");
    assertEquals(List.of(), world.faults().active());
    assertTrue(chromium.text().contains("Nothing is broken"), chromium::text);
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

  private static URI start(AuthEmulator emulator) {
    return URI.create(emulator.baseUrl() + "/_emulator/ui");
  }

  private static URI page(AuthEmulator emulator, World world, String page) {
    return URI.create(start(emulator) + "/worlds/" + world.id() + page);
  }
}
