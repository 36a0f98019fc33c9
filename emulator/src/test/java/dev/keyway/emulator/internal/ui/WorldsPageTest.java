package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.ui.Browser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldsPageTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theFirstPageListsTheOpenWorlds() {
    scene.emulator.newWorld();

    Page page = scene.browser.open(Browser.UI);

    assertEquals("Worlds", page.heading());
    assertEquals(2, page.document().select("tbody tr").size());
    assertTrue(page.text().contains(scene.emulator.baseUrl().toString()));
    assertEquals("Inbox", page.follow("home").heading());
  }

  @Test
  void withoutAWorldThePageSaysWhatToDo() {
    scene.world.close();

    assertTrue(scene.browser.open(Browser.UI).text().contains("No world is open."));
  }

  @Test
  void aWorldIsOpenedByName() {
    Page page =
        scene.browser.open(Browser.UI).form("Open world").fill("Name", "Zoë's <world>").press();

    assertEquals("Zoë's <world>", scene.emulator.worlds().get(1).name());
    assertTrue(page.text().contains("The world is open."));
    assertTrue(page.text().contains("Zoë's <world>"));
  }

  @Test
  void aNameMayBeLeftOut() {
    scene.browser.open(Browser.UI).press("Open world");

    assertEquals(2, scene.emulator.worlds().size());
  }

  @Test
  void anOverlongNameIsRefusedAndKept() {
    String name = "n".repeat(101);

    Page page = scene.browser.open(Browser.UI).form("Open world").fill("Name", name).send();

    assertEquals(400, page.status());
    WellMade.check(page);
    assertEquals(name, page.document().expectFirst("#world-name").val());
    assertEquals(1, scene.emulator.worlds().size());
  }

  @Test
  void resetAsksFirstAndEmptiesThatWorldOnly() {
    World other = scene.emulator.newWorld();
    scene.stytchCode("ada@example.com");
    other.faults().on("stytch.otp.*").drop();
    Page question = scene.browser.open(Browser.UI).follow("Reset home");
    assertEquals(1, scene.world.outbox().messages().size());

    Page page = question.press("Reset the world");

    assertTrue(page.text().contains("The world is empty again."));
    assertEquals(0, scene.world.outbox().messages().size());
    assertEquals(1, other.faults().active().size());
  }

  @Test
  void closeAsksFirstAndClosesThatWorldOnly() {
    World other = scene.emulator.newWorld();

    Page page = scene.open("/close").press("Close the world");

    assertEquals("Worlds", page.heading());
    assertEquals(1, scene.emulator.worlds().size());
    assertEquals(other.id(), scene.emulator.worlds().get(0).id());
    assertEquals(404, scene.browser.get(scene.at("")).status());
  }

  @Test
  void aLinkToBeLeftAloneLeavesTheWorldAlone() {
    scene.stytchCode("ada@example.com");

    scene.open("/reset").follow("Leave it as it is");

    assertFalse(scene.world.outbox().messages().isEmpty());
  }
}
