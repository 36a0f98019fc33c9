package dev.keyway.emulator.internal.stytch.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of values. Each method gives its argument back, or refuses it. */
public final class Formats {
  /** The language of a message. */
  public static final Field<String> LOCALE = Field.text("locale");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@,;:<>()\\[\\]\\\\\"\\p{Cntrl}]{1,64}"
              + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
              + "([\\p{L}\\p{M}]{2,63}|(?i:xn--)[a-zA-Z0-9-]{0,58}[a-zA-Z0-9])");
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9._|-]{1,128}");
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern USER_ID = Pattern.compile("user-(test|live)-" + UUID);
  private static final Pattern ID = Pattern.compile("([a-z]+-)+(test|live)-" + UUID);
  private static final Set<String> EMAIL_LOCALES = Set.of("en", "es", "fr", "pt-br");
  private static final Set<String> TEXT_LOCALES =
      Set.of("en", "es", "fr", "pt-br", "it", "de-DE", "zh-Hans", "ca-ES");

  private Formats() {}

  public static String email(String value) {
    if (value.length() > LONGEST_EMAIL
        || value.startsWith(".")
        || value.contains("..")
        || value.contains(".@")
        || !EMAIL.matcher(value).matches()) {
      throw StytchError.INVALID_EMAIL.failure();
    }
    return value;
  }

  /** A number in E.164 form. */
  public static String phoneNumber(String value) {
    if (!E164.matcher(value).matches()) {
      throw StytchError.INVALID_PHONE_NUMBER.failure();
    }
    return value;
  }

  /** A number that the project may write to. */
  public static String reachableNumber(StytchProject project, String value) {
    phoneNumber(value);
    if (Sandbox.isPhoneNumber(value)) {
      return value;
    }
    try {
      PhoneNumber number = PhoneNumberUtil.getInstance().parse(value, null);
      if (!PhoneNumberUtil.getInstance().isPossibleNumber(number)) {
        throw StytchError.INVALID_PHONE_NUMBER.failure();
      }
      String callingCode = Integer.toString(number.getCountryCode());
      if (!project.settings().phoneCallingCodes().contains(callingCode)) {
        throw StytchError.INVALID_PHONE_NUMBER_COUNTRY_CODE.failure();
      }
      return value;
    } catch (NumberParseException e) {
      throw StytchError.INVALID_PHONE_NUMBER.failure();
    }
  }

  public static String externalId(String value) {
    if (!EXTERNAL_ID.matcher(value).matches()) {
      throw StytchError.INVALID_EXTERNAL_ID.failure();
    }
    return value;
  }

  /** A user id, or an external id in its place: what looks like a user id must be a whole one. */
  public static String userId(String value) {
    boolean claimsToBeUserId = value.startsWith("user-test-") || value.startsWith("user-live-");
    if (claimsToBeUserId ? !isUserId(value) : !EXTERNAL_ID.matcher(value).matches()) {
      throw StytchError.INVALID_USER_ID.failure();
    }
    return value;
  }

  public static boolean isUserId(String value) {
    return USER_ID.matcher(value).matches();
  }

  /** An id of one kind, for example {@code email}. */
  public static String id(String kind, String value, StytchError otherwise) {
    if (!isId(kind, value)) {
      throw otherwise.failure();
    }
    return value;
  }

  public static boolean isId(String kind, String value) {
    return ID.matcher(value).matches()
        && (value.startsWith(kind + "-test-") || value.startsWith(kind + "-live-"));
  }

  public static void emailLocale(Values body) {
    requireLocale(body, EMAIL_LOCALES);
  }

  public static void textLocale(Values body) {
    requireLocale(body, TEXT_LOCALES);
  }

  private static void requireLocale(Values body, Set<String> locales) {
    if (body.find(LOCALE).filter(locale -> !locales.contains(locale)).isPresent()) {
      throw StytchError.INVALID_LOCALE.failure();
    }
  }
}
