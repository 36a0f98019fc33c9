package dev.keyway.emulator.internal.attribute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Constraint;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param words what is wrong with others, to be read behind the path
 * @param pattern in JSON Schema; empty for none
 */
public record Form(String words, String pattern, Predicate<String> fits)
    implements Constraint<String> {

  static Form matching(String says, String pattern) {
    return new Form("must be " + says, pattern, Pattern.compile(pattern).asMatchPredicate());
  }

  static Form only(String value) {
    return new Form("is for " + value + " only", "", text -> false);
  }

  @Override
  public boolean accepts(String text) {
    return fits.test(text);
  }

  @Override
  public void describe(ObjectNode schema) {
    if (!pattern.isEmpty()) {
      schema.put("pattern", "^(" + pattern + ")$");
    }
  }
}
