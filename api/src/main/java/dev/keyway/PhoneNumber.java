package dev.keyway;

import dev.keyway.internal.TypedText;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
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
public final class PhoneNumber implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /**
   * As in {@code +44 (0)7911 123456}: to be dialled within the country only, or not, as in Italy.
   */
  private static final Pattern TRUNK_PREFIX = Pattern.compile("\\p{Ps}0+\\p{Pe}");

  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Pd}\\u2212\\p{Ps}\\p{Pe}./]");
  private static final int FULL_WIDTH_PLUS = 0xFF0B;

  private final String value;

  private PhoneNumber(String value) {
    this.value = value;
  }

  /**
   * Reads a number. Blanks and invisible characters of every kind are dropped, and so are dashes,
   * dots, slashes and brackets between the digits; the digits of other scripts are read as such.
   *
   * <p>A zero in brackets, as in {@code +44 (0)7911 123456}, is refused: most countries want it
   * left out, and some do not.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null, blank or not an
   *     international number with {@code +}
   */
  public static PhoneNumber of(String number) {
    String typed = withoutBlanks(Arguments.notBlank(number, "phoneNumber"));
    if (TRUNK_PREFIX.matcher(typed).find()) {
      throw Arguments.invalid(
          "phoneNumber", "has a zero in brackets: write the number as it is dialled from abroad");
    }
    String digits = SEPARATORS.matcher(typed).replaceAll("");
    if (!E164.matcher(digits).matches()) {
      throw Arguments.invalid("phoneNumber", "is not an E.164 number");
    }
    return new PhoneNumber(digits);
  }

  private static String withoutBlanks(String number) {
    StringBuilder typed = new StringBuilder();
    number
        .codePoints()
        .filter(c -> !TypedText.isUnseen(c))
        .map(c -> c == FULL_WIDTH_PLUS ? '+' : TypedText.plainDigit(c))
        .forEach(typed::appendCodePoint);
    return typed.toString();
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

  private Object writeReplace() {
    return new SerialForm(SerialForm.PHONE_NUMBER, value);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialForm.notByItself();
  }
}
