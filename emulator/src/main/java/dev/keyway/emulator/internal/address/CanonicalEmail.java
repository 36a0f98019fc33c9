package dev.keyway.emulator.internal.address;

import java.net.IDN;
import java.util.Locale;

/**
 * The one spelling of an e-mail address: without blanks around, in lower case, with the domain in
 * its ASCII form (A-labels, RFC 5890).
 */
public final class CanonicalEmail {
  private static final int ASCII = 0x80;

  private CanonicalEmail() {}

  /**
   * What two spellings of one address have in common. What is no address, such as a phone number,
   * and a domain that the JDK can't write in ASCII, are only stripped and lower-cased.
   */
  public static String of(String address) {
    String text = address.strip();
    int at = text.lastIndexOf('@');
    return (text.substring(0, at + 1) + ascii(text.substring(at + 1))).toLowerCase(Locale.ROOT);
  }

  /** A domain in the spelling that {@link #of} gives it. */
  public static String domain(String domain) {
    return ascii(domain.strip()).toLowerCase(Locale.ROOT);
  }

  private static String ascii(String domain) {
    if (domain.chars().allMatch(c -> c < ASCII)) {
      return domain;
    }
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }
}
