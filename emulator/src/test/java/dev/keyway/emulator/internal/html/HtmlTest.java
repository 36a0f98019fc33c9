package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private static final String[] PIECES = {
    "<",
    ">",
    "\"",
    "'",
    "&",
    "&lt;",
    "&#0;",
    "</p>",
    "</title>",
    "<!--",
    "-->",
    "<script>",
    "]]>",
    "\n",
    "\r\n",
    "\t",
    " ",
    "a",
    "é",
    "😀",
    "\u202e",
    "\u2028",
    "\u00a0",
    "=",
    "`",
    "\\",
    "%3C",
    "{{"
  };

  static Stream<String> anything() {
    Random random = new Random(20_261_121);
    return Stream.generate(
            () -> {
              StringBuilder text = new StringBuilder();
              for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
              }
              return text.toString();
            })
        .limit(2_000);
  }

  @Test
  void aParserReadsBackWhatWasWritten() {
    anything()
        .forEach(
            text -> {
              Document page = read(el("p", text).attr("title", text));
              assertEquals(1, page.body().childrenSize(), text);
              assertEquals(text, page.expectFirst("p").wholeText());
              assertEquals(text, page.expectFirst("p").attr("title"));
            });
  }

  @Test
  void linesKeepTheirBreaksInPreformattedText() {
    anything()
        .forEach(
            text -> {
              String read = read(el("pre", text)).expectFirst("pre").wholeText();
              assertEquals(text, read);
            });
  }

  @Test
  void aTitleCannotBeLeft() {
    anything()
        .forEach(
            text ->
                assertEquals(
                    text, Jsoup.parse(Html.document(root(text))).expectFirst("title").wholeText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u0001", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00x"})
  void charactersThatNoPageCanCarryAreReplaced(String text) {
    StringBuilder out = new StringBuilder();
    el("p", text).writeTo(out);

    assertTrue(out.toString().startsWith("<p>\uFFFD"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"onclick", "style", "href", "src", "action", "formaction", "a b", "x>", ""})
  void handlersStylesAndAddressesAreNoPlainAttributes(String attribute) {
    assertThrows(IllegalArgumentException.class, () -> el("p").attr(attribute, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "input"})
  void nothingStandsInScriptsStylesAndEmptyElements(String name) {
    assertThrows(IllegalStateException.class, () -> el(name).add("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p x", "P", "", "p>"})
  void namesOfElementsArePlain(String name) {
    assertThrows(IllegalArgumentException.class, () -> el(name));
  }

  static Stream<String> refused() {
    return Stream.of(
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "myapp://callback?token=1",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil",
        "https:/evil",
        "relative",
        "",
        "?q",
        "#x",
        "http://a b/");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void otherAddressesAreNoLinks(String address) {
    assertFalse(Url.of(address).isPresent(), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000/a?b=c#d",
        "HTTPS://example.com",
        "/_emulator/ui",
        "/a%2Fb?x=%3C"
      })
  void webAndLocalAddressesAreLinks(String address) {
    assertEquals(address, Url.of(address).orElseThrow().toString());
  }

  @Test
  void segmentsAndParametersOfAPathAreEncoded() {
    Url url = Url.path("/base", "a/b", "?", "..").with("q", "x&y=z #").with("empty", "");

    assertEquals("/base/a%2Fb/%3F/..?q=x%26y%3Dz%20%23", url.toString());
  }

  private static Element root(String title) {
    return el("html", el("head", el("title", title)), el("body"));
  }

  private static Document read(Element element) {
    return Jsoup.parse(Html.document(el("html", el("body", element))));
  }
}
