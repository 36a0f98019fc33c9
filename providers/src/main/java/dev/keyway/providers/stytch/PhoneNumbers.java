package dev.keyway.providers.stytch;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.keyway.PhoneNumber;
import dev.keyway.providers.stytch.rules.Checks;

/** Whether a number can exist, before a message to it is paid for. */
final class PhoneNumbers {

  /** Stytch's own number for tests, which no numbering plan has. */
  private static final String SANDBOX = "+10000000000";

  private PhoneNumbers() {}

  static void requireValid(PhoneNumber number) {
    if (!number.value().equals(SANDBOX) && !isValid(number)) {
      throw Checks.invalidArgument("phoneNumber", "is not a number of any numbering plan");
    }
  }

  /** Parsing drops a national prefix, as in +4407911123456, and Stytch would be sent it. */
  private static boolean isValid(PhoneNumber number) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = plans.parse(number.value(), null);
      return plans.isValidNumber(parsed)
          && plans.format(parsed, PhoneNumberFormat.E164).equals(number.value());
    } catch (NumberParseException e) {
      return false;
    }
  }
}
