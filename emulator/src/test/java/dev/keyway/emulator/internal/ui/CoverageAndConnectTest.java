package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Programs;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoverageAndConnectTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void everyRouteAndEveryErrorIsListed() {
    Page page = scene.browser.open(Browser.UI + "/coverage");

    List<String> codes = page.document().select("tbody th").eachText();
    scene
        .emulator
        .coverage()
        .operations()
        .forEach(o -> assertTrue(codes.contains(o.method() + " " + o.path()), o::path));
    scene.emulator.coverage().errors().forEach(e -> assertTrue(codes.contains(e.code()), e::code));
  }

  @Test
  void coverageIsFiltered() {
    Page all = scene.browser.open(Browser.UI + "/coverage");

    Page unbuilt = all.form("Show").fill("Routes", "Not built").send();
    Page passkeys =
        all.form("Show").fill("Path, operation or error", "EMAIL_PASSWORD_MISMATCH").send();

    assertFalse(unbuilt.document().select("tbody .badge").eachText().contains("built"));
    assertEquals(1, passkeys.document().select("tbody tr").size());
  }

  @Test
  void theKeysOfThisWorldAreReadyToBeCopied() {
    World other = scene.emulator.newWorld();

    Page page = scene.open("/connect");

    List<String> values = page.document().select("dd [data-copy]").eachText();
    assertTrue(values.contains(scene.world.stackAuth().secretServerKey()));
    assertTrue(values.contains(scene.world.stackAuth().superSecretAdminKey()));
    assertTrue(values.contains(scene.world.stytch().secret()));
    assertTrue(values.contains(scene.world.stytch().jwksUrl().toString()));
    assertFalse(page.html().contains(other.stytch().secret()));
  }

  @Test
  void thePropertiesAreReadAsTheyWereMeant() throws IOException {
    String lines = snippet(scene.open("/connect"), "Properties for Stytch");

    Properties properties = new Properties();
    properties.load(new StringReader(lines));

    assertEquals(scene.world.stytch().secret(), properties.getProperty("keyway.stytch.secret"));
    assertEquals(
        scene.world.stytch().baseUrl().toString(),
        properties.getProperty("keyway.stytch.base-url"));
  }

  @Test
  void theCommandsWorkAsTheyArePasted() throws Exception {
    Programs.assume("sh", "curl");
    Page page = scene.open("/connect");
    List<String> commands = new ArrayList<>();
    page.document().select("pre[data-copy^=command]").forEach(pre -> commands.add(pre.wholeText()));

    for (String command : commands) {
      Process shell =
          new ProcessBuilder("sh", "-e", "-c", command.replace("curl ", "curl -sSf "))
              .redirectErrorStream(true)
              .start();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(shell.waitFor(5, TimeUnit.MINUTES));
      assertEquals(0, shell.exitValue(), () -> command + "\n" + said);
    }
    assertEquals(3, commands.size());
    assertEquals("ada@example.com", scene.world.outbox().messages().get(0).to());
  }

  @Test
  void httpsIsOpenedForTheSdkThatNeedsIt() {
    Page before = scene.open("/connect");
    assertTrue(scene.emulator.openHttpsBaseUrl().isEmpty());

    Page after = before.press("Open HTTPS");

    URI https = scene.emulator.openHttpsBaseUrl().orElseThrow();
    assertTrue(snippet(after, "Node, stytch").contains(https.toString()));
    Page authority = scene.browser.get(Browser.UI + "/ca.pem");
    assertEquals(scene.emulator.certificateAuthorityPem(), authority.html());
  }

  private static String snippet(Page page, String title) {
    return page.document().select("h3").stream()
        .filter(h -> h.text().equals(title))
        .findFirst()
        .orElseThrow()
        .nextElementSiblings()
        .select("pre")
        .get(0)
        .wholeText();
  }
}
