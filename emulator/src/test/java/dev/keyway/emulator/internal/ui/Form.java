package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A form of a page, to be filled by the labels of its fields. */
final class Form {
  private final Browser.Page page;
  private final Element form;
  private final Map<String, String> values = new LinkedHashMap<>();

  private Form(Browser.Page page, Element form, Element button) {
    this.page = page;
    this.form = form;
    for (Element input : form.select("input[name]")) {
      boolean choice = input.attr("type").equals("checkbox") || input.attr("type").equals("radio");
      if (!choice || input.hasAttr("checked")) {
        values.put(input.attr("name"), input.attr("value"));
      }
    }
    for (Element select : form.select("select")) {
      Element first = select.expectFirst("option");
      Element chosen = Optional.ofNullable(select.selectFirst("option[selected]")).orElse(first);
      values.put(select.attr("name"), chosen.attr("value"));
    }
    for (Element area : form.select("textarea")) {
      values.put(area.attr("name"), area.wholeText());
    }
    if (button.hasAttr("name")) {
      values.put(button.attr("name"), button.attr("value"));
    }
  }

  static Form with(Browser.Page page, String button) {
    Element found =
        page.document().select("form button").stream()
            .filter(b -> b.text().equals(button))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No button " + button + " in " + page.text()));
    return new Form(page, Optional.ofNullable(found.closest("form")).orElseThrow(), found);
  }

  /** Types into a field, or chooses the option of that text. */
  Form fill(String label, String value) {
    Element control = control(label);
    if (control.nameIs("select")) {
      values.put(control.attr("name"), option(control, value));
    } else if (control.attr("type").equals("radio") || control.attr("type").equals("checkbox")) {
      values.put(control.attr("name"), control.attr("value"));
    } else {
      values.put(control.attr("name"), value);
    }
    return this;
  }

  /** Chooses a radio button or ticks a box. */
  Form choose(String label) {
    return fill(label, "");
  }

  /** Takes the tick out of a box. */
  Form clear(String label) {
    values.remove(control(label).attr("name"));
    return this;
  }

  /** Sends something else than what the field has. */
  Form force(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** Sends it; the page that the browser is led to. */
  Browser.Page press() {
    Browser.Page response = send();
    assertEquals(303, response.status(), response::text);
    return page.browser().open(response.header("location"));
  }

  /** Sends it; the answer itself. */
  Browser.Page send() {
    String encoded =
        values.entrySet().stream()
            .map(v -> encoded(v.getKey()) + "=" + encoded(v.getValue()))
            .collect(Collectors.joining("&"));
    return form.attr("method").equals("post")
        ? page.browser().post(form.attr("action"), encoded)
        : page.browser().get(form.attr("action") + "?" + encoded);
  }

  private Element control(String label) {
    Element found =
        form.select("label").stream()
            .filter(l -> l.text().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No field " + label + " in " + form.text()));
    return found.hasAttr("for")
        ? Optional.ofNullable(page.document().getElementById(found.attr("for"))).orElseThrow()
        : found.expectFirst("input, select, textarea");
  }

  private static String option(Element select, String text) {
    return select.select("option").stream()
        .filter(o -> o.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No option " + text + " in " + select.text()))
        .attr("value");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
