package dev.keyway.emulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.json.HandWrittenText;
import dev.keyway.emulator.internal.json.HandWrittenText.WrongEncodingException;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A seed: worlds to open, with everything that shall be in them. Immutable, and free of
 * contradictions: no two users of a world share an id or an address.
 */
public final class Seed {
  /** The version of the form that this emulator reads and writes. */
  public static final int VERSION = 1;

  /** Some hundred thousand users in JSON; less in YAML. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final String MADE = "seed";
  private static final Type<Object> DOCUMENT = RecordType.of(Document.class);

  private final List<WorldSeed> worlds;
  private final SourceLocations places;

  private Seed(List<WorldSeed> worlds, SourceLocations places) {
    this.worlds = List.copyOf(worlds);
    this.places = places;
    new SeedRules(places).check(this.worlds);
  }

  /**
   * Reads a file in UTF-8, of at most 32 MiB, and of three million characters if it is YAML.
   *
   * @throws SeedException if it cannot be read, is larger, or is no seed
   */
  public static Seed parse(Path file) {
    try {
      return parse(text(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new SeedException(file.toString(), 0, 0, "", "there is no such file");
    } catch (WrongEncodingException e) {
      throw new SeedException(file.toString(), 0, 0, "", e.getMessage());
    } catch (IOException e) {
      throw new SeedException(
          file.toString(),
          0,
          0,
          "",
          Files.isDirectory(file)
              ? "is a directory"
              : "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Whatever kind of file it is, no more of it is read than can be a seed. */
  private static String text(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new SeedException(
          file.toString(), 0, 0, "", "is larger than a seed may be, which is 32 MiB");
    }
    return HandWrittenText.of(bytes);
  }

  /**
   * Reads a text: JSON if it begins with a brace, else YAML.
   *
   * @param sourceName what stands for the file's name in messages
   * @throws SeedException if it is no seed, or YAML of more than three million characters
   */
  public static Seed parse(String text, String sourceName) {
    SourceLocations places = new SourceLocations(sourceName);
    JsonNode tree = SeedText.read(text, places);
    Document document =
        (Document)
            Dialect.STRICT.require(
                DOCUMENT, "", tree, problem -> SeedWording.refusal(places, problem));
    if (document.version() != null && document.version() != VERSION) {
      throw places.problem("version", "must be " + VERSION);
    }
    return new Seed(document.worlds(), places);
  }

  /**
   * A seed of these worlds.
   *
   * @throws SeedException if they contradict each other or themselves
   */
  public static Seed of(List<WorldSeed> worlds) {
    return new Seed(worlds, new SourceLocations(MADE));
  }

  /**
   * The same with only one of its worlds.
   *
   * @throws SeedException if none has that name
   */
  public Seed only(String worldName) {
    List<WorldSeed> named =
        worlds.stream().filter(world -> world.name().equals(worldName)).toList();
    if (named.isEmpty()) {
      String known = worlds.stream().map(WorldSeed::name).collect(Collectors.joining(", "));
      throw places.problem("worlds", "has no world '" + worldName + "', only: " + known);
    }
    return new Seed(named, new SourceLocations(places.source()));
  }

  /** The worlds, in order. */
  public List<WorldSeed> worlds() {
    return worlds;
  }

  /** As YAML, which {@link #parse(String, String)} reads back. */
  public String toYaml() {
    return SeedText.yaml(tree());
  }

  /** As JSON, which {@link #parse(String, String)} reads back. */
  public String toJson() {
    return SeedText.json(tree());
  }

  /** The JSON Schema (draft 2020-12) of seeds. */
  public static String jsonSchema() {
    JsonSchema writer = JsonSchema.ofDocument();
    ObjectNode schema =
        Json.object()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", "Keyway emulator seed");
    schema.setAll(writer.of(DOCUMENT));
    schema.putObject("$defs").setAll(writer.named());
    return SeedText.json(schema);
  }

  /**
   * What to throw when one of the worlds cannot be loaded.
   *
   * @param field for example {@code worlds[0].users[2]}
   */
  public SeedException problem(String field, String problem) {
    return places.problem(field, problem);
  }

  private JsonNode tree() {
    return DOCUMENT.write(new Document(VERSION, worlds));
  }

  /** Whether the worlds are the same, wherever they came from. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Seed seed && worlds.equals(seed.worlds);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(worlds);
  }

  /** Names only. */
  @Override
  public String toString() {
    return "Seed" + worlds.stream().map(WorldSeed::name).toList();
  }

  /** The whole. */
  record Document(
      @Description("The version of the form; 1.") @Nullable Integer version,
      @Description(value = "The worlds to open.", required = true) List<WorldSeed> worlds) {}
}
