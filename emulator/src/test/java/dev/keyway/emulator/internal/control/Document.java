package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document, as somebody uses it who has nothing else. */
record Document(JsonNode root) {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /** What is wrong with a value, by the schema that the document refers to. */
  Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", root.path("components"));
    return SCHEMAS.getSchema(whole).validate(value);
  }

  /** The operation that serves a request; missing if there is none. */
  JsonNode operation(String method, String path) {
    String[] segments = path.split("\\?", 2)[0].split("/", -1);
    JsonNode best = root.path("nothing");
    int literals = -1;
    for (Map.Entry<String, JsonNode> entry : root.path("paths").properties()) {
      int score = score(entry.getKey().split("/", -1), segments);
      if (score > literals && entry.getValue().has(method.toLowerCase(Locale.ROOT))) {
        best = entry.getValue().path(method.toLowerCase(Locale.ROOT));
        literals = score;
      }
    }
    return best;
  }

  private static int score(String[] template, String[] segments) {
    if (template.length != segments.length) {
      return -1;
    }
    int literals = 0;
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals(segments[i])) {
        literals++;
      } else if (!template[i].startsWith("{")) {
        return -1;
      }
    }
    return literals;
  }
}
