package dev.keyway.emulator.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.keyway.emulator.internal.json.HandWrittenText;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.json.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Between text and trees. What begins with a brace is JSON, anything else YAML. */
final class SeedText {
  /** As much as the parser takes. */
  private static final int MOST_YAML = 3_000_000;

  /** The first tab that a line is indented by. */
  private static final Pattern TAB = Pattern.compile("^ *\\t", Pattern.MULTILINE);

  private static final char NEXT_LINE = '\u0085';

  private static final JsonFactory JSON = new JsonFactory();

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .stringQuotingChecker(new Cautious())
          .build();

  private static final ObjectMapper YAML_WRITER = new ObjectMapper(YAML);

  private static final ObjectMapper QUOTING_YAML_WRITER =
      new ObjectMapper(YAML.rebuild().disable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build());

  private static final ObjectMapper JSON_WRITER = new ObjectMapper(JSON);

  private final SourceLocations places;
  private final JsonParser parser;

  private SeedText(SourceLocations places, JsonParser parser) {
    this.places = places;
    this.parser = parser;
  }

  /** Reads a text, and puts down where everything stands in it. */
  static JsonNode read(String text, SourceLocations places) {
    String clean = HandWrittenText.unmarked(text);
    boolean json = clean.stripLeading().startsWith("{");
    if (!json && clean.length() > MOST_YAML) {
      throw new SeedException(
          places.source(), 0, 0, "", "is larger than YAML may be, which is 3,000,000 characters");
    }
    try (JsonParser parser = (json ? JSON : YAML).createParser(clean)) {
      SeedText reader = new SeedText(places, parser);
      if (parser.nextToken() == null) {
        throw new SeedException(places.source(), 1, 1, "", "is empty");
      }
      JsonNode root = reader.value("");
      if (parser.nextToken() != null) {
        throw reader.problem("", "has a second document, or something after its end");
      }
      return root;
    } catch (JsonProcessingException e) {
      if (!json) {
        refuseTabs(clean, places);
      }
      // The parser's own text quotes the file.
      JsonLocation at = e.getLocation();
      throw new SeedException(
          places.source(),
          at == null ? 0 : Math.max(0, at.getLineNr()),
          at == null ? 0 : Math.max(0, at.getColumnNr()),
          "",
          "is not well-formed " + (json ? "JSON" : "YAML"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** YAML is indented by spaces only, and the parser complains in another place. */
  private static void refuseTabs(String text, SourceLocations places) {
    Matcher tab = TAB.matcher(text);
    if (tab.find()) {
      int line = (int) text.substring(0, tab.start()).chars().filter(c -> c == '\n').count() + 1;
      int column = tab.end() - tab.start();
      throw new SeedException(
          places.source(),
          line,
          column,
          "",
          "has a tab in its indentation; YAML takes spaces only");
    }
  }

  static String yaml(JsonNode tree) {
    String text = write(YAML_WRITER, tree);
    // In a block of lines it would be read as the end of one; between quotes it is escaped.
    return text.indexOf(NEXT_LINE) < 0 ? text : write(QUOTING_YAML_WRITER, tree);
  }

  static String json(JsonNode tree) {
    return write(JSON_WRITER, tree) + "\n";
  }

  private static String write(ObjectMapper mapper, JsonNode tree) {
    try {
      return mapper
          .writer()
          .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .withDefaultPrettyPrinter()
          .writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  private JsonNode value(String path) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    places.put(path, at.getLineNr(), at.getColumnNr());
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw problem(path, "is an alias; write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(path);
      case START_ARRAY -> items(path);
      case VALUE_NULL -> NullNode.getInstance();
      case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(parser.getBooleanValue());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
      default -> TextNode.valueOf(Unicode.wellFormed(parser.getText()));
    };
  }

  private JsonNode number(String path) throws IOException {
    JsonNode number = PlainValues.tree(parser.getNumberValue());
    if (!Json.finite(number)) {
      throw problem(path, "is a number that JSON has no form for");
    }
    return number;
  }

  private ObjectNode fields(String path) throws IOException {
    ObjectNode fields = Json.object();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String fieldPath = path.isEmpty() ? name : path + "." + name;
      JsonLocation at = parser.currentTokenLocation();
      places.putName(fieldPath, at.getLineNr(), at.getColumnNr());
      if (fields.has(name)) {
        throw problem(fieldPath, "stands there twice");
      }
      parser.nextToken();
      fields.set(name, value(fieldPath));
    }
    return fields;
  }

  private ArrayNode items(String path) throws IOException {
    ArrayNode items = Json.array();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return items;
  }

  private SeedException problem(String path, String problem) {
    JsonLocation at = parser.currentTokenLocation();
    return new SeedException(places.source(), at.getLineNr(), at.getColumnNr(), path, problem);
  }

  /** Leaves quotes away only where no reader of YAML, of any version, could take a text amiss. */
  private static final class Cautious extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z$][A-Za-z0-9_.@/$+=,-]*( [A-Za-z0-9_.@/$+=,-]+)*");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9_.:/-]*[A-Za-z0-9/]");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      boolean safe =
          PLAIN.matcher(value).matches()
              || URL.matcher(value).matches()
              || MOMENT.matcher(value).matches();
      return !safe || isReservedKeyword(value) || value.equals("N") || value.equals("Y");
    }
  }
}
