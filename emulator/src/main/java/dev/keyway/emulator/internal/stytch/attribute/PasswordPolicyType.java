package dev.keyway.emulator.internal.stytch.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.choice;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.parts;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.whole;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.AttributeType;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How strong a password must be: what is counted is said under luds only. */
public final class PasswordPolicyType implements AttributeType<Attributes> {
  private static final AttributeRows PARTS = new AttributeRows();

  public static final String LUDS = "luds";

  public static final Attribute<String> KIND =
      PARTS.add(Attribute.required("kind", choice("zxcvbn", LUDS), "Who judges"));

  public static final Attribute<Integer> MINIMUM_LENGTH =
      PARTS.add(Attribute.of("minimumLength", whole(1, 1_000_000), 8, "Characters, under luds"));

  public static final Attribute<Integer> MINIMUM_COMPLEXITY =
      PARTS.add(
          Attribute.of(
              "minimumComplexity",
              whole(1, 4),
              1,
              "How many of lower case, upper case, digit and symbol there must be, under luds"));

  /** The vendor's default. */
  static final Attributes ZXCVBN = Attributes.usual(PARTS).with(KIND, "zxcvbn");

  private static final AttributeType<Attributes> WHOLE = parts(PARTS);

  PasswordPolicyType() {}

  /** Length and classes of characters. */
  public static Attributes luds(int minimumLength, int minimumComplexity) {
    return Attributes.usual(PARTS)
        .with(KIND, LUDS)
        .with(MINIMUM_LENGTH, minimumLength)
        .with(MINIMUM_COMPLEXITY, minimumComplexity);
  }

  /** The estimator. */
  public static Attributes zxcvbn() {
    return ZXCVBN;
  }

  @Override
  public Attributes read(String path, @Nullable Object plain) {
    Attributes policy = WHOLE.read(path, plain);
    if (!policy.get(KIND).equals(LUDS) && plain instanceof Map<?, ?> given) {
      for (Attribute<?> counted : new Attribute<?>[] {MINIMUM_LENGTH, MINIMUM_COMPLEXITY}) {
        if (given.containsKey(counted.name())) {
          throw InvalidAttribute.of(path + "." + counted.name(), "is for luds only");
        }
      }
    }
    return policy;
  }

  @Override
  public @Nullable Object write(Attributes policy) {
    return policy.get(KIND).equals(LUDS) ? WHOLE.write(policy) : WHOLE.brief(policy);
  }

  @Override
  public @Nullable Object brief(Attributes policy) {
    return WHOLE.brief(policy);
  }

  @Override
  public Map<String, Object> schema() {
    return WHOLE.schema();
  }

  @Override
  public Control control() {
    return WHOLE.control();
  }
}
