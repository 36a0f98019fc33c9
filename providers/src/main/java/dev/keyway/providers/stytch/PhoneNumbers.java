package dev.keyway.providers.stytch;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.keyway.PhoneNumber;

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

  private static boolean isValid(PhoneNumber number) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      return plans.isValidNumber(plans.parse(number.value(), null));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
