package dev.keyway.emulator.internal.schema;

import java.util.regex.Pattern;

/** A field with a text, of which something more can be demanded. */
public final class TextField extends Field<String> {
  TextField(String name, Type<String> type) {
    super(name, type, new Traits<>(false, false, null, null, ""));
  }

  /** From {@code least} to {@code most} UTF-16 code units. */
  public TextField length(int least, int most) {
    return that(new Length(least, most));
  }

  /** A text in which a pattern is found. */
  public TextField matching(Pattern pattern) {
    return that(new Matching(pattern));
  }

  @Override
  public TextField that(Constraint<? super String> constraint) {
    return new TextField(name(), type().that(constraint));
  }
}
