package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param pattern is looked for in the text, as JSON Schema does; anchor it to mean the whole
 */
public record Matching(Pattern pattern) implements Constraint<String> {
  @Override
  public boolean accepts(String text) {
    return pattern.matcher(text).find();
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("pattern", pattern.pattern());
  }
}
