package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.ui.Browser.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsAreGuardedTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "form-token=", "form-token=guess", "form-token=%FF&form-token=x"})
  void aFormWithoutTheTokenChangesNothing(String body) {
    Page page = scene.browser.post(scene.at("/reset"), body);

    assertEquals(403, page.status());
    WellMade.check(page);
    assertTrue(page.text().contains("Nothing was changed."));
  }

  @Test
  void theTokenOfAnotherEmulatorIsNoToken() {
    try (Scene other = new Scene()) {
      String token = token(other);

      assertEquals(403, scene.browser.post(scene.at("/close"), "form-token=" + token).status());
      assertEquals(1, scene.emulator.worlds().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "origin,https://evil.example",
    "origin,null",
    "sec-fetch-site,cross-site",
    "sec-fetch-site,same-site"
  })
  void aFormOfAnotherSiteIsRefusedEvenWithTheToken(String header, String value) {
    Page page =
        scene.browser.send(
            scene
                .browser
                .request(scene.at("/close"))
                .header(header, value)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("form-token=" + token(scene)))
                .build());

    assertEquals(403, page.status());
    assertEquals(1, scene.emulator.worlds().size());
  }

  @Test
  void anotherSiteMayLinkHereButNotFetch() {
    Page linked =
        scene.browser.send(
            scene
                .browser
                .request(scene.at(""))
                .header("sec-fetch-site", "cross-site")
                .header("sec-fetch-mode", "navigate")
                .header("sec-fetch-dest", "document")
                .build());
    Page fetched =
        scene.browser.send(
            scene
                .browser
                .request(scene.at(""))
                .header("sec-fetch-site", "cross-site")
                .header("sec-fetch-mode", "no-cors")
                .header("sec-fetch-dest", "image")
                .build());

    assertEquals(200, linked.status());
    assertEquals(403, fetched.status());
  }

  @Test
  void onlyFormsAreRead() {
    Page page =
        scene.browser.send(
            scene
                .browser
                .request(scene.at("/close"))
                .header("content-type", "text/plain")
                .POST(BodyPublishers.ofString("form-token=" + token(scene)))
                .build());

    assertEquals(415, page.status());
    assertEquals(1, scene.emulator.worlds().size());
  }

  /** Only the head is sent: nobody writes a body to one who hangs up. */
  @Test
  void anEnormousFormIsRefused() throws IOException {
    URI base = scene.emulator.baseUrl();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String head =
          "POST %s/worlds HTTP/1.1\r\nHost: localhost\r\n".formatted(Browser.UI)
              + "Content-Type: application/x-www-form-urlencoded\r\n"
              + "Content-Length: 5000000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[5_000_000]);
      String status =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();

      assertEquals("HTTP/1.1 413 Request Entity Too Large", status);
    }
    assertEquals(1, scene.emulator.worlds().size());
  }

  private static String token(Scene scene) {
    return scene.browser.open(Browser.UI).document().expectFirst("input[name=form-token]").val();
  }
}
