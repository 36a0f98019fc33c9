package dev.keyway.emulator.internal.stytch.attribute;

import static dev.keyway.emulator.internal.schema.Type.choice;
import static dev.keyway.emulator.internal.schema.Type.integer;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;

/** How strong a password must be: what is counted is said under luds only. */
public final class PasswordPolicyRows {
  static final AttributeRows ALL = new AttributeRows();

  public static final String LUDS = "luds";

  public static final Attribute<String> KIND =
      ALL.add(Attribute.required("kind", choice("zxcvbn", LUDS), "Who judges"));

  public static final Attribute<Integer> MINIMUM_LENGTH =
      ALL.add(
          Attribute.of("minimumLength", integer(1, 1_000_000), 8, "Characters, under luds")
              .onlyIf(KIND, LUDS));

  public static final Attribute<Integer> MINIMUM_COMPLEXITY =
      ALL.add(
          Attribute.of(
                  "minimumComplexity",
                  integer(1, 4),
                  1,
                  "How many of lower case, upper case, digit and symbol there must be, under luds")
              .onlyIf(KIND, LUDS));

  /** The vendor's default. */
  static final Attributes ZXCVBN = Attributes.usual(ALL).with(KIND, "zxcvbn");

  PasswordPolicyRows() {}

  /** Length and classes of characters. */
  public static Attributes luds(int minimumLength, int minimumComplexity) {
    return Attributes.usual(ALL)
        .with(KIND, LUDS)
        .with(MINIMUM_LENGTH, minimumLength)
        .with(MINIMUM_COMPLEXITY, minimumComplexity);
  }

  /** The estimator. */
  public static Attributes zxcvbn() {
    return ZXCVBN;
  }
}
