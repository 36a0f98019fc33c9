package dev.keyway.emulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the vendors' answers look like when all went well: the files beside this class. */
public final class AnswerTable {
  /** In every answer of Stytch. */
  private static final Set<String> ENVELOPE = Set.of("status_code", "request_id");

  private final Map<String, AnswerShape> shapes = new LinkedHashMap<>();

  private AnswerTable() {}

  /** Reads the files. */
  public static AnswerTable read() {
    AnswerTable table = new AnswerTable();
    table.add("stackauth.yaml");
    table.add("stytch.yaml");
    return table;
  }

  private void add(String file) {
    JsonNode read;
    try (InputStream in = AnswerTable.class.getResourceAsStream(file)) {
      read = new YAMLMapper().readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Map.Entry<String, JsonNode> answer : read.path("answers").properties()) {
      shapes.put(answer.getKey(), new AnswerShape(read.path("types"), answer.getValue()));
    }
  }

  /** The operations of which it says what they answer. */
  public Set<String> operations() {
    return shapes.keySet().stream()
        .map(key -> key.replaceFirst(" .*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The operations that answer with JSON when all went well, with the access type, if one is said.
   */
  public Set<String> rows() {
    return shapes.keySet().stream()
        .filter(key -> !Objects.requireNonNull(shapes.get(key)).none())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The row that an answer has to keep to; empty if there is none.
   *
   * @param accessType of the caller at Stack Auth; empty elsewhere
   */
  public Optional<String> row(String operation, String accessType) {
    String typed = operation + " " + (accessType.equals("admin") ? "server" : accessType);
    if (shapes.containsKey(typed)) {
      return Optional.of(typed);
    }
    return Optional.of(operation).filter(shapes::containsKey);
  }

  /** Where an answer differs from its vendor's, as its row says it. */
  public List<String> differences(String row, JsonNode answer) {
    AnswerShape shape = Objects.requireNonNull(shapes.get(row), row);
    if (shape.none()) {
      return List.of();
    }
    JsonNode judged =
        row.startsWith("stytch.") && answer instanceof ObjectNode object
            ? object.deepCopy().without(ENVELOPE)
            : answer;
    return shape.differences(judged);
  }
}
