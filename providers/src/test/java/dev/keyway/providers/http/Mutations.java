package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An answer with one of its values replaced by what the vendor never sends. */
public record Mutations(String where, String json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> UNFIT =
      List.of(
          "null",
          "\"\"",
          "\"\\u0000\"",
          "\"two words\"",
          "\"..\"",
          "\"\\ud800\"",
          "\"" + "x".repeat(9000) + "\"",
          "-1",
          "1e300",
          "{}",
          "[null]");

  /** Every value of the answer, replaced in every way. */
  public static List<Mutations> of(String json) {
    List<Mutations> all = new ArrayList<>();
    try {
      JsonNode root = JSON.readTree(json);
      walk(root, root, "", all);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
    return all;
  }

  private static void walk(JsonNode root, JsonNode node, String path, List<Mutations> all)
      throws JsonProcessingException {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        JsonNode child = object.get(name);
        replaced(root, child, path + "/" + name, all, with -> object.set(name, with));
        walk(root, child, path + "/" + name, all);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode child = array.get(i);
        replaced(root, child, path + "/" + i, all, with -> array.set(index, with));
        walk(root, child, path + "/" + i, all);
      }
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void replaced(
      JsonNode root, JsonNode child, String path, List<Mutations> all, Consumer<JsonNode> set)
      throws JsonProcessingException {
    for (String unfit : UNFIT) {
      set.accept(JSON.readTree(unfit));
      String shown = unfit.length() > 40 ? "9000 characters" : unfit;
      all.add(new Mutations(path + " = " + shown, JSON.writeValueAsString(root)));
    }
    set.accept(child);
  }
}
