package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.SavedWorldsException;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.seed.Seed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restart finds again, and what it leaves alone. */
class SaveToTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("worlds.json");
  }

  private AuthEmulator start() {
    return AuthEmulator.builder().saveTo(file()).start();
  }

  @Test
  void everythingThatASeedHoldsAndTheKeysComeBack() throws Exception {
    String exported;
    List<String> jwks;
    String credentials;
    try (AuthEmulator emulator = start()) {
      World world = emulator.newWorld(WorldSpec.defaults().named("shop"));
      world.clock().freezeAt(Instant.parse("2026-03-01T00:00:00Z"));
      world.load(
          Seed.parse(
              "{\"worlds\":[{\"name\":\"x\",\"users\":[{\"emails\":[{\"address\":\"ada@example.com\"}],"
                  + "\"password\":{\"plain\":\"my horse reads maps at noon\"},"
                  + "\"stytch\":{\"sessions\":[{\"token\":\"session-token-that-a-test-knows\"}]}}]}]}",
              "here"));
      jwks = jwks(world);
      credentials = world.stytch().configuration().toString();
      exported = world.export().toJson();
    }
    try (AuthEmulator emulator = start()) {
      World world = emulator.world("shop").orElseThrow();
      assertEquals(exported, world.export().toJson());
      assertEquals(jwks, jwks(world));
      assertEquals(
          credentials.replaceAll(":\\d+", ":port"),
          world.stytch().configuration().toString().replaceAll(":\\d+", ":port"));
      assertEquals(Instant.parse("2026-03-01T00:00:00Z"), world.clock().now());
    }
  }

  private static List<String> jwks(World world) throws Exception {
    return List.of(get(world.stackAuth().jwksUrl()), get(world.stytch().jwksUrl()));
  }

  /** Without the id of the request. */
  private static String get(URI url) throws Exception {
    return Wire.to(url).get("").text().replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  @Test
  void retiredKeysGoOnUntilTheirEnd() throws Exception {
    String before;
    try (AuthEmulator emulator = start()) {
      World world = emulator.newWorld(WorldSpec.defaults().named("shop"));
      world.clock().freeze();
      get(world.stackAuth().jwksUrl());
      world.stackAuth().rotateKeys(Duration.ofHours(1));
      before = get(world.stackAuth().jwksUrl());
    }
    try (AuthEmulator emulator = start()) {
      World world = emulator.world("shop").orElseThrow();
      assertEquals(before, get(world.stackAuth().jwksUrl()));
      world.clock().advance(Duration.ofHours(2));
      assertFalse(before.equals(get(world.stackAuth().jwksUrl())));
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aRequestIsSavedWithoutTheEndOfTheEmulator() throws Exception {
    try (AuthEmulator emulator = start()) {
      World world = emulator.newWorld(WorldSpec.defaults().named("shop"));
      get(world.stackAuth().jwksUrl());
      while (!Files.exists(file()) || !Files.readString(file()).contains("\"kid\"")) {
        Thread.onSpinWait();
      }
      assertTrue(Files.readString(file()).contains("shop"));
    }
  }

  @Test
  void worldsOfOneNameAreBothKept() {
    try (AuthEmulator emulator = start()) {
      emulator.newWorld(WorldSpec.defaults().named("shop"));
      emulator.newWorld(WorldSpec.defaults().named("shop"));
    }
    try (AuthEmulator emulator = start()) {
      assertEquals(
          List.of("shop", "shop (2)"), emulator.worlds().stream().map(World::name).toList());
    }
  }

  @Test
  void onlyTheOwnerReadsIt() throws Exception {
    try (AuthEmulator emulator = start()) {
      emulator.newWorld();
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileBelongsToOneEmulatorAtATime() {
    try (AuthEmulator emulator = start()) {
      emulator.newWorld();
      SavedWorldsException refusal = assertThrows(SavedWorldsException.class, this::start);
      assertEquals(
          file() + " is in use by another emulator; each needs a file of its own",
          refusal.getMessage());
    }
    start().close();
  }

  @Test
  void whereNothingCanBeSavedNothingStarts() {
    for (Path where : List.of(folder, folder.resolve("nowhere/worlds.json"))) {
      SavedWorldsException refusal =
          assertThrows(
              SavedWorldsException.class, () -> AuthEmulator.builder().saveTo(where).start());
      assertTrue(String.valueOf(refusal.getMessage()).startsWith(where.toString()));
      assertTrue(String.valueOf(refusal.getMessage()).contains("directory"));
    }
  }

  @Test
  void anEmptyFileCountsAsNone() throws Exception {
    Files.createFile(file());
    try (AuthEmulator emulator = start()) {
      assertEquals(List.of(), emulator.worlds());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "worlds: []",
        "{\"form\":\"keyway-saved-worlds\"}",
        "{\"form\":\"keyway-saved-worlds\",\"version\":2,\"seed\":{\"worlds\":[]}}",
        "{\"form\":\"keyway-saved-worlds\",\"version\":1,\"seed\":{\"worlds\":[{\"naem\":\"x\"}]}}",
        "{\"form\":\"keyway-saved-worlds\",\"version\":1,\"seed\":{\"worlds\":[{\"name\":\"x\"}]},"
            + "\"projects\":[{\"stytch\":{\"signingKeys\":{\"sessions\":[{\"kid\":\"k\",\"algorithm\":\"RSA\","
            + "\"private\":\"c2VjcmV0\",\"public\":\"c2VjcmV0\"}]}}}]}"
      })
  void aDamagedFileIsRefusedAndNotOverwritten(String text) throws Exception {
    Files.writeString(file(), text);
    SavedWorldsException refusal = assertThrows(SavedWorldsException.class, this::start);
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(file().toString()));
    assertFalse(String.valueOf(refusal.getMessage()).contains("c2VjcmV0"));
    assertEquals(text, Files.readString(file()));
  }

  @Test
  void keysThatWereTheWorldsOwnAreStill() {
    try (AuthEmulator emulator = start()) {
      emulator.newWorld(WorldSpec.defaults().named("own"));
      emulator.load(
          Seed.parse(
              "{\"worlds\":[{\"name\":\"pinned\",\"stytch\":{\"secret\":\"secret-test-of-a-file\"}}]}",
              "here"));
    }
    try (AuthEmulator emulator = start()) {
      assertEquals(List.of(false, false), published(emulator, "own"));
      assertEquals(List.of(false, true), published(emulator, "pinned"));
    }
  }

  private static List<Boolean> published(AuthEmulator emulator, String world) {
    LiveWorld live = (LiveWorld) emulator.world(world).orElseThrow();
    return live.projects().stream().map(project -> project.hasPublishedKeys()).toList();
  }
}
