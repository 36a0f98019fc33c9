package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.StytchSettings;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * The addresses and numbers that a project's settings name: those that may sign up, and those that
 * nothing can be sent to. Addresses compare without regard to case.
 */
public final class AddressLists {
  /** What an address is refused with that is to become a user's. */
  public static final Set<StytchError> SIGN_UP_ERRORS =
      Set.of(StytchError.EMAIL_IN_DENYLIST, StytchError.EMAIL_NOT_IN_ALLOWLIST);

  /** What an address is refused with that a mail is to go to. */
  public static final Set<StytchError> MAIL_ERRORS =
      Set.of(StytchError.INVALID_EMAIL_DOMAIN, StytchError.INACTIVE_EMAIL);

  /** What a number is refused with that a text message is to go to. */
  public static final Set<StytchError> TEXT_ERRORS =
      Set.of(
          StytchError.BILLING_NOT_VERIFIED,
          StytchError.UNSUBSCRIBED_PHONE_NUMBER,
          StytchError.DOWNSTREAM_CARRIER_ERROR);

  private AddressLists() {}

  /**
   * Checks that an address may become a user's. That it is refused before it is looked for among
   * the users is inferred.
   *
   * @throws StytchFailure {@code email_in_denylist} or {@code email_not_in_allowlist}
   */
  public static void requireWelcome(StytchProject project, String email) {
    StytchSettings settings = project.settings();
    if (has(settings.emailDenylist(), email)) {
      throw StytchError.EMAIL_IN_DENYLIST.failure();
    }
    if (!settings.emailAllowlist().isEmpty() && !has(settings.emailAllowlist(), email)) {
      throw StytchError.EMAIL_NOT_IN_ALLOWLIST.failure();
    }
  }

  /**
   * Checks that mails to an address arrive.
   *
   * @throws StytchFailure {@code invalid_email_domain} or {@code inactive_email}
   */
  public static void requireDeliverable(StytchProject project, String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    if (has(project.settings().undeliverableDomains(), lower)) {
      throw StytchError.INVALID_EMAIL_DOMAIN.failure();
    }
    if (project.settings().bouncedEmails().contains(lower)) {
      throw StytchError.INACTIVE_EMAIL.failure();
    }
  }

  /**
   * Checks that text messages to a number arrive.
   *
   * @throws StytchFailure {@code billing_not_verified}, {@code unsubscribed_phone_number} or {@code
   *     downstream_carrier_error}
   */
  public static void requireReachable(StytchProject project, String number) {
    StytchSettings settings = project.settings();
    if (!settings.billingVerified()) {
      throw StytchError.BILLING_NOT_VERIFIED.failure();
    }
    if (settings.unsubscribedPhoneNumbers().contains(number)) {
      throw StytchError.UNSUBSCRIBED_PHONE_NUMBER.failure();
    }
    if (settings.unreachablePhoneNumbers().contains(number)) {
      throw StytchError.DOWNSTREAM_CARRIER_ERROR.failure();
    }
  }

  private static boolean has(Set<String> addressesAndDomains, String email) {
    if (addressesAndDomains.isEmpty()) {
      return false;
    }
    String lower = email.toLowerCase(Locale.ROOT);
    String domain = ascii(domain(lower));
    return addressesAndDomains.contains(lower)
        || addressesAndDomains.stream().anyMatch(listed -> ascii(listed).equals(domain));
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1);
  }

  /** One form for the spellings of a domain that lead to the same one. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }
}
