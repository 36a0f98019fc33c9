package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.conformance.Vendor;
import dev.keyway.docs.Document;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The README's picture of the emulator's page, taken anew when documentation is written. */
@InChromium
class UiPictureTest {

  private static final String PICTURE = "docs/images/emulator-ui.png";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 860;

  @Test
  void theReadmeShowsAWorldsInbox(AuthEmulator emulator, Chromium chromium) throws IOException {
    Path file = Document.ROOT.resolve(PICTURE);
    if (Boolean.getBoolean("keyway.docs.write")) {
      Files.createDirectories(file.getParent());
      Files.write(file, taken(emulator, chromium));
    }
    BufferedImage picture = ImageIO.read(file.toFile());
    assertEquals(WIDTH, picture.getWidth());
    String alternative = "!\\[[^]]{40,}]\\(" + PICTURE.replace(".", "\\.") + "\\)";
    assertTrue(
        Document.read("README.md").text().lines().anyMatch(line -> line.matches(alternative)),
        "the README shows it and says in words what is to be seen");
  }

  private static byte[] taken(AuthEmulator emulator, Chromium chromium) {
    try (World world = emulator.newWorld(Vendor.project().named("shop, end-to-end tests"))) {
      world.clock().set(Instant.parse("2026-03-02T09:00:00Z"));
      Stage.play(world);
      chromium.size(WIDTH, HEIGHT);
      chromium.open(URI.create(emulator.baseUrl() + "/_emulator/ui/worlds/" + world.id()));
      assertEquals("Inbox", chromium.heading());
      return chromium.picture();
    }
  }
}
