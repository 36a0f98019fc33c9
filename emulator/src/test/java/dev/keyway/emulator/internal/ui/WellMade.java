package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What must be true of every page. */
final class WellMade {
  private static final Set<String> NAMED_BY_THEMSELVES = Set.of("hidden", "submit");

  private WellMade() {}

  static void check(Browser.Page page) {
    Document document = page.document();
    syntax(page);
    headers(page);
    structure(document);
    names(document);
    nothingInline(document);
  }

  private static void syntax(Browser.Page page) {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    parser.parseInput(page.html(), "");
    assertEquals(List.of(), parser.getErrors(), "parse errors");
  }

  private static void headers(Browser.Page page) {
    assertEquals("text/html; charset=utf-8", page.header("content-type"));
    String policy = page.header("content-security-policy");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", page.header("x-content-type-options"));
    assertEquals("same-origin", page.header("referrer-policy"));
    assertEquals("no-store", page.header("cache-control"));
  }

  private static void structure(Document document) {
    assertEquals("en", document.expectFirst("html").attr("lang"));
    assertFalse(document.title().isBlank());
    assertEquals(1, document.select("h1").size(), "h1");
    assertEquals(1, document.select("main").size(), "main");
    assertEquals(1, document.select("body > header").size(), "header");
    assertEquals("#main", document.expectFirst("body > a").attr("href"), "skip link");
    int before = 1;
    for (Element heading : document.select("main h1, main h2, main h3, main h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= before + 1, "heading out of order: " + heading);
      before = level;
    }
    for (Element table : document.select("table")) {
      assertEquals(1, table.select("caption").size(), "caption");
      assertEquals(List.of(), table.select("th").not("[scope=col]").not("[scope=row]").eachText());
      int columns = table.select("thead th").size();
      for (Element row : table.select("tbody tr")) {
        assertEquals(columns, row.childrenSize(), row::text);
      }
    }
  }

  private static void names(Document document) {
    Set<String> ids = new HashSet<>();
    for (Element element : document.select("[id]")) {
      assertTrue(ids.add(element.id()), "twice: " + element.id());
    }
    for (Element control : document.select("input, select, textarea")) {
      boolean labelled =
          NAMED_BY_THEMSELVES.contains(control.attr("type"))
              || control.closest("label") != null
              || document.select("label[for=" + control.id() + "]").size() == 1;
      assertTrue(labelled, "without a label: " + control);
    }
    for (Element reference : document.select("[aria-describedby], label[for], [list]")) {
      for (String attribute : List.of("aria-describedby", "for", "list")) {
        if (reference.hasAttr(attribute)) {
          assertTrue(ids.contains(reference.attr(attribute)), reference::toString);
        }
      }
    }
    assertEquals(List.of(), unnamed(document.select("a, button")), "without a text");
    assertEquals(0, document.select("img:not([alt])").size(), "img without alt");
    Set<String> landmarks = new HashSet<>();
    for (Element landmark :
        document.select("nav, section[aria-label], [role=region], [role=search]")) {
      assertTrue(
          landmarks.add(landmark.tagName() + landmark.attr("role") + landmark.attr("aria-label")),
          () -> "two landmarks of one name: " + landmark.attr("aria-label"));
    }
  }

  private static List<String> unnamed(List<Element> elements) {
    return elements.stream()
        .filter(element -> element.text().isBlank())
        .map(Element::outerHtml)
        .toList();
  }

  private static void nothingInline(Document document) {
    assertEquals(0, document.select("style, iframe, object, embed, base").size());
    for (Element script : document.select("script")) {
      assertEquals("", script.data());
      assertTrue(script.attr("src").startsWith("/_emulator/ui/assets/"), script::toString);
    }
    for (Element element : document.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertFalse(attribute.getKey().startsWith("on"), attribute::toString);
        assertFalse(attribute.getKey().equals("style"), attribute::toString);
      }
    }
    for (Element form : document.select("form[method=post]")) {
      assertEquals(1, form.select("input[name=form-token]").size(), form::toString);
    }
  }
}
