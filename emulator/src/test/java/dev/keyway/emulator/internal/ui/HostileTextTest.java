package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a field that somebody else fills, the page shows it as text. */
class HostileTextTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "</title></style></pre></textarea><iframe src=/>",
        "<!-- x",
        "&lt;b&gt; &amp;",
        "javascript:alert(1)",
        "{{7*7}} ${7*7} %3Cb%3E",
        "a\u202eb\u2066c",
        "日本語 😀"
      })
  void itComesOutAsText(String text) {
    World world = scene.emulator.newWorld(WorldSpec.defaults().named(text));
    world.oauth().addAccount(new SocialAccount(text, text, true, text, text, text));
    scene.stack(
        "/users",
        "{\"primary_email\":\"ada@example.com\",\"display_name\":%s}"
            .formatted(Scene.quoted(text)));
    scene.stack("/nowhere/" + encoded(text), "{}");
    String user = scene.world.accounts().list().get(0).id();

    Page worlds = scene.browser.open(Browser.UI);
    shows(worlds.document(), "tbody bdi", text);
    shows(scene.browser.open(Scene.at(world, "")).document(), ".menu bdi", text);
    shows(scene.browser.open(Scene.at(world, "/social")).document(), "tbody bdi", text);
    shows(scene.open("/users").document(), "tbody bdi", text);
    assertEquals(text, scene.open("/users/" + user).document().expectFirst("h1").wholeText());
    scene.browser.open(Browser.UI + "/strays");
    harmless(worlds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"><b>x", "<script>", "' onfocus='x", "%22%3E%3Cb%3E"})
  void whatWasSearchedForComesBackAsText(String text) {
    for (String page : List.of("", "/users", "/ledger", "/faults")) {
      scene.stytchCode("ada@example.com");
      Page found =
          scene.browser.get(
              scene.at(page)
                  + "?q="
                  + encoded(text)
                  + "&operation="
                  + encoded(text)
                  + "&done="
                  + encoded(text));
      assertEquals(200, found.status());
      WellMade.check(found);
      harmless(found);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void shows(Document page, String css, String text) {
    assertTrue(
        page.select(css).stream().anyMatch(e -> e.wholeText().equals(text)),
        () -> css + ": " + text);
  }

  private static void harmless(Page page) {
    assertEquals(
        0, page.document().select("svg, iframe, b:not(.brand b), img:not(.brand img)").size());
    assertEquals(1, page.document().select("script").size());
  }
}
