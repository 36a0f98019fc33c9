package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Constraint;
import java.util.regex.Pattern;

/** The forms of texts that stand in headers and reports. */
enum Line implements Constraint<String> {
  /** Without control characters. */
  TEXT("^[^\\u0000-\\u001f\\u007f]*$", 2_000),
  HEADER_NAME("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$", Integer.MAX_VALUE);

  private final Pattern pattern;
  private final int longest;

  Line(String regex, int longest) {
    this.pattern = Pattern.compile(regex);
    this.longest = longest;
  }

  @Override
  public boolean accepts(String text) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }

  @Override
  public void describe(ObjectNode schema) {
    if (longest < Integer.MAX_VALUE) {
      schema.put("maxLength", longest);
    }
    schema.put("pattern", pattern.pattern());
  }

  int longest() {
    return longest;
  }
}
