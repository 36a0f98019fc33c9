package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids, tokens and codes of earlier answers, by the names of their fields; the latest only. */
final class Pool {
  private static final int KEPT = 20;

  private final Map<String, List<String>> values = new HashMap<>();

  void add(String name, String value) {
    List<String> all = values.computeIfAbsent(name, first -> new ArrayList<>());
    all.add(value);
    if (all.size() > KEPT) {
      all.remove(0);
    }
  }

  /** Takes every text of an answer; an {@code id} also as the id of what the route is about. */
  void harvest(String resource, JsonNode answer) {
    for (Map.Entry<String, JsonNode> field : answer.properties()) {
      if (field.getValue().isTextual() && !field.getValue().asText().isEmpty()) {
        add(field.getKey(), field.getValue().asText());
        add(resource + "/" + field.getKey(), field.getValue().asText());
        if (field.getKey().equals("id")) {
          add(resource.replace('-', '_') + "_id", field.getValue().asText());
        }
      } else {
        harvest(resource, field.getValue());
      }
    }
    if (answer.isArray()) {
      answer.forEach(element -> harvest(resource, element));
    }
  }

  List<String> of(String resource, String name) {
    return values.getOrDefault(resource + "/" + name, values.getOrDefault(name, List.of()));
  }
}
