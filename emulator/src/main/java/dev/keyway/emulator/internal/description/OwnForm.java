package dev.keyway.emulator.internal.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** What a {@link TextForm} says, as a constraint. */
record OwnForm(String says, Pattern pattern) implements WordedConstraint {
  static OwnForm of(TextForm form) {
    return new OwnForm(form.says(), Pattern.compile(form.pattern()));
  }

  @Override
  public String words() {
    return "must be " + says;
  }

  @Override
  public boolean accepts(String text) {
    return pattern.matcher(text).matches();
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("pattern", "^(" + pattern + ")$");
  }
}
