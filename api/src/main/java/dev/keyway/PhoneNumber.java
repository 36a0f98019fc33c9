package dev.keyway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in E.164 form, such as {@code +14155550123}. {@link #toString()} masks all but
 * the last two digits.
 *
 * <p>Only the form is checked here; providers refuse numbers that no numbering plan has.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public final class PhoneNumber {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final String value;

  private PhoneNumber(String value) {
    this.value = value;
  }

  /**
   * Reads a number; blanks, hyphens, dots and brackets between the digits are dropped.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null, blank or not an
   *     international number with {@code +}
   */
  public static PhoneNumber of(String number) {
    String digits = Arguments.notBlank(number, "phoneNumber").replaceAll("[\\s().-]", "");
    if (!E164.matcher(digits).matches()) {
      throw Arguments.invalid("phoneNumber", "is not an E.164 number");
    }
    return new PhoneNumber(digits);
  }

  /** The number in E.164 form. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhoneNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "+***" + value.substring(value.length() - 2);
  }
}
