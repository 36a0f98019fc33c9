package dev.keyway.emulator.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no seed is refused, and the message leads to the place. */
class SeedTest {
  private static final String HEAD = "worlds:\n- name: w\n  users:\n  - emails:\n    - ";

  @Test
  void whatIsWrittenIsReadBack() {
    Seed seed = Seed.parse(HEAD + "address: ada@example.com\n", "test");
    assertEquals(seed, Seed.parse(seed.toYaml(), "yaml"));
    assertEquals(seed, Seed.parse(seed.toJson(), "json"));
    assertEquals("w", seed.worlds().get(0).name());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          worlds: 3                                     | 1 | 9  | worlds                 | a list
          worlds: []\\nusers: []                        | 2 | 1  | users                  | not known
          world:\\n- name: a                           | 1 | 1  | world                  | did you mean worlds?
          worlds:\\n\\t- name: a                        | 2 | 1  | ''                     | a tab in its indentation
          version: 2\\nworlds: []                       | 1 | 10 | version                | must be 1
          version: one\\nworlds: []                     | 1 | 10 | version                | whole number
          version: 1                                    | 1 | 1  | worlds                 | missing
          worlds:\\n- users: []                         | 2 | 3  | worlds[0].name         | missing
          worlds:\\n- name: 7                           | 2 | 9  | worlds[0].name         | quotes
          worlds:\\n- name: a\\n- name: A               | 3 | 9  | worlds[1].name         | same as worlds[0].name
          worlds:\\n- name: a\\n  name: b               | 3 | 3  | worlds[0].name         | twice
          worlds:\\n- name: a\\n  clock: {}             | 3 | 10 | worlds[0].clock        | either
          worlds:\\n- name: a\\n  clock: {offset: 1h}   | 3 | 19 | worlds[0].clock.offset | duration
          worlds:\\n- name: a\\n  clock: {frozenAt: 31.1.2026} | 3 | 21 | worlds[0].clock.frozenAt | moment
          worlds: [                                     | 1 | 10 | ''                     | not well-formed YAML
          {"worlds": [}                                 | 1 | 13 | ''                     | not well-formed JSON
          worlds: &a []\\nversion: *a                   | 2 | 10 | version                | alias
          """)
  void aMistakeIsFoundWhereItStands(
      String text, int line, int column, String field, String problem) {
    SeedException e =
        assertThrows(
            SeedException.class,
            () -> Seed.parse(text.replace("\\n", "\n").replace("\\t", "\t"), "users.yaml"));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(problem), message);
    assertEquals(field, e.field(), message);
    assertEquals(line + ":" + column, e.line() + ":" + e.column(), message);
    assertTrue(message.startsWith("users.yaml:" + line + ":" + column + ": "), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address: ada",
        "address: ada@",
        "address: a da@example.com",
        "address: ada@example.com\n    - address: ADA@example.com",
        "address: ada@example.com\n      primary: maybe",
        "address: ada@example.com\n      id: e6f0b0a0-0000-4000-8000-000000000001",
        "address: ada@example.com\n    phones: [{number: \"0170123\"}]",
        "address: ada@example.com\n    on: []",
        "address: ada@example.com\n    on: [stackauth, stackauth]",
        "address: ada@example.com\n    on: [auth0]",
        "address: ada@example.com\n    on: [stytch]\n    stackauth: {id: x}",
        "address: ada@example.com\n    on: [stackauth]\n    phones: [{number: \"+15005550006\"}]",
        "address: ada@example.com\n    password: {}",
        "address: ada@example.com\n    password: {plain: a, hash: $2b$04$x}",
        "address: ada@example.com\n    password: {hash: $2b$04$x}",
        "address: ada@example.com\n    password: {hash: $P$B12345678abcdefghijklmnopqrstuv}",
        "address: ada@example.com\n    totp: {secret: \"0189\"}",
        "address: ada@example.com\n    totp: {secret: MFRGG, verified: false}",
        "address: ada@example.com\n    metadata: {userWritable: 3}",
        "address: ada@example.com\n    on: [stytch]\n    metadata: {serverOnly: {a: 1}}",
        "address: ada@example.com\n    stytch: {lockedAt: 2026-01-01T00:00:00Z}",
        "address: ada@example.com\n    stytch: {id: user-live-e6f0b0a0-0000-4000-8000-000000000001}",
        "address: ada@example.com\n    stytch: {sessions: [{id: session-test-1}]}",
        "address: ada@example.com\n    stackauth: {sessions: [{refreshToken: short}]}",
        "address: ada@example.com\n    createdAt: yesterday",
        "address: ada@example.com\n    createdAt: null"
      })
  void aUserThatCannotBeIsRefusedWithItsPlace(String user) {
    SeedException e =
        assertThrows(SeedException.class, () -> Seed.parse(HEAD + user + "\n", "test"));
    assertTrue(e.field().startsWith("worlds[0].users[0]"), e.getMessage());
    assertTrue(e.line() >= 5, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing"})
  void anEmptyFileIsNoSeed(String text) {
    SeedException e = assertThrows(SeedException.class, () -> Seed.parse(text, "test"));
    assertTrue(String.valueOf(e.getMessage()).contains("empty"), e.getMessage());
  }

  @Test
  void noMessageQuotesASecret() {
    for (String secret : List.of("password: {plain: [hunter2]}", "totp: {secret: hunter2}")) {
      String text = HEAD + "address: ada@example.com\n    " + secret;
      SeedException e = assertThrows(SeedException.class, () -> Seed.parse(text, "test"));
      assertFalse(String.valueOf(e.getMessage()).contains("hunter2"), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stytch: {projectId: project-live-7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1f0001}",
        "stytch: {secret: secret-live-abcdefghijklmnop}"
      })
  void liveKeysHaveNoBusinessHere(String project) {
    SeedException e =
        assertThrows(
            SeedException.class, () -> Seed.parse("worlds:\n- name: w\n  " + project, "test"));
    assertTrue(String.valueOf(e.getMessage()).contains("looks like a live"), e.getMessage());
  }

  @Test
  void aFileThatIsTooLargeIsReadNoFurther(@TempDir Path folder) throws Exception {
    Path yaml = folder.resolve("large.yaml");
    Files.writeString(yaml, "worlds: [{name: a}]\n" + "# comment\n".repeat(500_000));
    Path json = folder.resolve("large.json");
    Files.writeString(json, "{\"worlds\": [{\"name\": \"a\"}]}" + " ".repeat(34_000_000));
    Path endless = Path.of("/dev/zero");
    for (Path file : List.of(yaml, json, endless)) {
      if (Files.exists(file)) {
        SeedException e = assertThrows(SeedException.class, () -> Seed.parse(file));
        assertTrue(String.valueOf(e.getMessage()).contains("is larger than"), e::toString);
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e::toString);
      }
    }
    Path fits = folder.resolve("fits.json");
    Files.writeString(fits, "{\"worlds\": [{\"name\": \"a\"}]}" + " ".repeat(5_000_000));
    assertEquals("a", Seed.parse(fits).worlds().get(0).name());
  }

  @Test
  void aFileIsNamedInTheMessage(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("missing.yaml");
    assertTrue(message(missing).startsWith(missing + ": "), message(missing));
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe4});
    assertTrue(message(latin).contains("not UTF-8"), message(latin));
    for (String seed : List.of("worlds: [{name: a}]", "{\"worlds\": [{\"name\": \"a\"}]}")) {
      Path marked = Files.writeString(folder.resolve("marked"), "\ufeff" + seed);
      assertEquals("a", Seed.parse(marked).worlds().get(0).name());
      for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
        Path other = Files.writeString(folder.resolve("wide"), seed, wide);
        assertTrue(message(other).contains("save it as UTF-8"), message(other));
      }
    }
    Path good =
        Files.writeString(folder.resolve("a.json"), "{\"worlds\":[]}", StandardCharsets.UTF_8);
    assertEquals(List.of(), Seed.parse(good).worlds());
  }

  @Test
  void oneWorldOfSeveralCanBeTaken() {
    Seed both = Seed.of(List.of(WorldSeed.named("a"), WorldSeed.named("b")));
    assertEquals(Seed.of(List.of(WorldSeed.named("b"))), both.only("b"));
    SeedException e = assertThrows(SeedException.class, () -> both.only("c"));
    assertTrue(String.valueOf(e.getMessage()).contains("a, b"), e.getMessage());
  }

  private static String message(Path file) {
    return String.valueOf(assertThrows(SeedException.class, () -> Seed.parse(file)).getMessage());
  }
}
