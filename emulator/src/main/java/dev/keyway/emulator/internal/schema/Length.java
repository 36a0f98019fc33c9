package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How long a text may be, in UTF-16 code units.
 *
 * @param least the fewest
 * @param most the most; {@link Integer#MAX_VALUE} for any number
 */
public record Length(int least, int most) implements Constraint<String> {
  @Override
  public boolean accepts(String text) {
    return text.length() >= least && text.length() <= most;
  }

  @Override
  public void describe(ObjectNode schema) {
    if (least > 0) {
      schema.put("minLength", least);
    }
    if (most < Integer.MAX_VALUE) {
      schema.put("maxLength", most);
    }
  }
}
