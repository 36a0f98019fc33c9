package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/worlds/nobody",
        "/worlds/nobody/ledger",
        "/worlds/%2e%2e%2f%2e%2e",
        "/worlds/..%2f..%2fetc%2fpasswd",
        "/worlds/%00",
        "/worlds/%ff%fe",
        "/worlds/%3Cscript%3Ealert(1)%3C/script%3E",
        "/worlds/a+b",
        "/assets/keyway.css",
        "/assets/..%2fkeyway.css",
        "/assets/%2e%2e%2f%2e%2e%2fDemo.class",
        "/strays/1",
        "/strays/%F0%9F%98%80",
        "/worlds/x/y/z/0"
      })
  void whatIsNotThereIsNotFound(String path) {
    Page page = scene.browser.get(Browser.UI + path);

    assertEquals(404, page.status());
    WellMade.check(page);
  }

  /** Java's own client would not send these. */
  @ParameterizedTest
  @ValueSource(strings = {"/worlds/%", "/worlds/%zz/ledger", "/worlds/%f", "/worlds/{x}", "/\\"})
  void malformedAddressesAreNotFound(String path) throws IOException {
    URI base = scene.emulator.baseUrl();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          "GET " + Browser.UI + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertTrue(response.startsWith("HTTP/1.1 40"), response);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ledger/0", "/ledger/-1", "/ledger/x", "/ledger/99999999999999999999"})
  void aNumberThatIsNotInTheLedgerIsNotFound(String path) {
    assertEquals(404, scene.browser.get(scene.at(path)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST", "OPTIONS", "PROPFIND"})
  void otherMethodsAreNotAllowed(String method) {
    Page page =
        scene.browser.send(
            scene
                .browser
                .request(scene.at("/inbox/x"))
                .method(method, BodyPublishers.noBody())
                .build());

    assertEquals(405, page.status());
    assertEquals("GET, HEAD", page.header("allow"));
  }

  @Test
  void aVerbIsNotOpenedAsAPage() {
    Page page = scene.browser.get(scene.at("/inbox/clear/"));

    assertNotEquals(200, page.status());
    assertEquals(405, scene.browser.get(scene.at("/faults/x/remove")).status());
    assertEquals("POST", scene.browser.get(scene.at("/faults/x/remove")).header("allow"));
  }

  @Test
  void aHeadRequestIsAnsweredWithoutABody() {
    Page page =
        scene.browser.send(
            scene.browser.request(Browser.UI).method("HEAD", BodyPublishers.noBody()).build());

    assertEquals(200, page.status());
    assertEquals("", page.html());
  }

  @Test
  void aSlashAtTheEndLeadsToThePageWithout() {
    assertEquals(Browser.UI, scene.browser.get(Browser.UI + "/").header("location"));
    assertEquals(scene.at("/ledger"), scene.browser.get(scene.at("/ledger//")).header("location"));
  }

  @Test
  void aWorldIsFoundByItsNameToo() {
    assertEquals("Inbox", scene.browser.open(Browser.UI + "/worlds/home").heading());
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsKeptForEverUnderTheNameOfItsContent(Asset asset) {
    Page page = scene.browser.get(asset.url().toString());

    assertEquals(200, page.status());
    assertEquals(asset.contentType(), page.header("content-type"));
    assertEquals("public, max-age=31536000, immutable", page.header("cache-control"));
    assertEquals("nosniff", page.header("x-content-type-options"));
    assertTrue(asset.url().toString().matches(".*-[0-9a-f]{16}\\.(css|js|svg)"));
  }

  @Test
  void theStylesheetNeedsNothingFromElsewhere() {
    String css = Asset.STYLESHEET.text();

    assertEquals(-1, css.indexOf("@import"));
    assertEquals(-1, css.indexOf("url("));
  }
}
