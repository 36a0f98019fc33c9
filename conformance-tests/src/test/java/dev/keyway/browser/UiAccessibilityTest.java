package dev.keyway.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Capability;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every page of the emulator's, as far as a machine can tell whether everybody can use it. */
@InChromium
class UiAccessibilityTest {

  private static final String PAGES = "/_emulator/ui";
  private static final int OF_A_KIND = 3;

  @Test
  void everyPageIsForEverybody(AuthEmulator emulator, Chromium chromium) {
    Map<String, List<String>> wrong = new TreeMap<>();
    Set<String> seen = new LinkedHashSet<>();
    try (World world = emulator.newWorld(Vendor.project().named("shop <b>staging</b>"))) {
      Stage.play(world);
      String own = PAGES + "/worlds/" + world.id();
      Deque<String> ahead = new ArrayDeque<>(List.of(PAGES, own));
      Map<String, Integer> kinds = new HashMap<>();
      while (!ahead.isEmpty()) {
        String path = ahead.remove();
        if (!seen.add(path)) {
          continue;
        }
        chromium.openAfresh(URI.create(emulator.baseUrl() + path));
        List<String> problems = Audit.of(chromium);
        if (!problems.isEmpty()) {
          wrong.put(path, problems);
        }
        for (String next : links(chromium, emulator.baseUrl() + PAGES)) {
          if (next.contains("/worlds/") && !next.startsWith(own)) {
            continue; // Another test's, which may be gone by now.
          }
          String kind = next.substring(0, next.lastIndexOf('/'));
          if (kind.length() <= own.length() || kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
            ahead.add(next);
          }
        }
      }
    }
    assertTrue(seen.size() > 10, seen::toString);
    assertEquals(Map.of(), wrong, () -> report(wrong));
  }

  @Test
  void theConsentPageIsForEverybody(AuthEmulator emulator, Chromium chromium) throws Exception {
    try (SampleSite site = SampleSite.open(Vendor.STYTCH, emulator, Capability.OAUTH)) {
      site.world().oauth().addAccount(SocialAccount.of("ada@example.com").named("Ada"));
      chromium.openAfresh(site.home());
      chromium.press("Sign in with Google");
      assertEquals(List.of(), Audit.of(chromium));
    }
  }

  /** Proves that the other tests here can fail. */
  @Test
  void theAuditFindsWhatIsWrong(Chromium chromium) {
    chromium.openAfresh(
        URI.create(
            "data:text/html;base64,"
                + Base64.getEncoder()
                    .encodeToString(
                        """
                        <!doctype html><html><title></title><body style="background:#fff">
                        <main id="one"><h1>One</h1><h3 id="one">Three</h3></main>
                        <main><input><a href="/x"></a><img src="data:,"><table></table></main>
                        <label for="none" style="color:#888">grey</label>
                        <button style="height:20px;padding:0">small</button>
                        <div style="width:1500px">wide</div>
                        """
                            .getBytes(UTF_8))));
    String wrong = String.join("\n", Audit.of(chromium));
    for (String expected :
        List.of(
            "light: the page has no language",
            "light: the page has no title",
            "light: the page has 2 main landmarks",
            "light: a heading skips a level: <h3",
            "light: an id stands twice: <h3",
            "light: for leads nowhere: <label",
            "light: a field has no label: <input",
            "light: a link or button says nothing: <a",
            "light: an image has no alt text: <img",
            "light: a table has no caption: <table",
            "light: a target is 20.0 pixels high: <button",
            "light: contrast is 3.54: <label",
            "narrow: the page is wider than its window of 360: <div")) {
      assertTrue(wrong.contains(expected), () -> expected + " is not in\n" + wrong);
    }
  }

  @Test
  void navigationTakesOneLineInANarrowWindow(AuthEmulator emulator, Chromium chromium) {
    try (World world = emulator.newWorld()) {
      chromium.size(400, 900);
      chromium.openAfresh(URI.create(emulator.baseUrl() + PAGES + "/worlds/" + world.id()));
      for (String list : List.of(".top nav ul", ".menu ul")) {
        Object lines =
            chromium.run(
                "return new Set([...document.querySelectorAll('"
                    + list
                    + " a')].map(a => Math.round(a.getBoundingClientRect().top))).size");
        assertEquals(1L, lines, list);
      }
    } finally {
      chromium.size(1280, 900);
    }
  }

  @Test
  void theKeyboardSkipsToTheContent(AuthEmulator emulator, Chromium chromium) {
    chromium.openAfresh(URI.create(emulator.baseUrl() + PAGES));
    chromium.press(Keys.TAB);
    assertEquals("Skip to content", chromium.focused().getText());
    assertTrue(chromium.focused().getLocation().getY() >= 0, "it shows while it has the focus");
    chromium.press(Keys.ENTER);
    assertEquals("main", chromium.focused().getTagName());
  }

  private static List<String> links(Chromium chromium, String below) {
    Object links =
        chromium.run(
            "return [...document.links].map(a => a.origin + a.pathname)"
                + ".filter(path => path.startsWith('"
                + below
                + "'))");
    return ((List<?>) Objects.requireNonNull(links))
        .stream()
            .map(link -> URI.create((String) link).getPath())
            .filter(path -> !path.contains("/assets/"))
            .distinct()
            .toList();
  }

  private static String report(Map<String, List<String>> wrong) {
    StringBuilder text = new StringBuilder();
    wrong.forEach(
        (path, problems) ->
            text.append(path).append("\n  ").append(String.join("\n  ", problems)).append('\n'));
    return text.toString();
  }
}
