package dev.keyway;

import dev.keyway.internal.TypedText;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address.
 *
 * <p>Syntax is that of an HTML e-mail field, so the local part is ASCII. A domain with letters
 * beyond ASCII is held in its ASCII form, so that {@code a@bücher.example} and {@code
 * a@xn--bcher-kva.example} are one address. Two kinds of domains are taken in their ASCII form
 * ({@code xn--…}, RFC 5890) only, as the JDK knows IDNA 2003 and nothing newer: those with letters
 * that IDNA 2008 reads differently (ß, ς and the zero-width joiners), where mail might reach a
 * stranger, and those in scripts that Unicode got after version 3.2. Upper and lower case are kept
 * as given but do not count in comparisons, as with both providers. {@link #toString()} masks the
 * local part.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address">HTML: valid
 *     e-mail address</a>
 */
public final class EmailAddress implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_LENGTH = 64;
  private static final Pattern LOCAL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  /** RFC 5894, section 7.2. The JDK knows IDNA 2003 only, which reads straße as strasse. */
  private static final Pattern IDNA_DEVIATIONS =
      Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

  private final String value;

  private EmailAddress(String value) {
    this.value = value;
  }

  /**
   * Reads an address; blanks and invisible characters of every kind around it are dropped.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null, blank, malformed or
   *     longer than 254 characters
   */
  public static EmailAddress of(String address) {
    String text = TypedText.strip(Arguments.notBlank(address, "email"));
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > MAX_LENGTH || at > MAX_LOCAL_LENGTH) {
      throw malformed();
    }
    String local = text.substring(0, at);
    String domain = ascii(text.substring(at + 1));
    if (!LOCAL.matcher(local).matches()
        || !DOMAIN.matcher(domain).matches()
        || at + 1 + domain.length() > MAX_LENGTH) {
      throw malformed();
    }
    return new EmailAddress(local + "@" + domain);
  }

  private static String ascii(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain;
    }
    if (IDNA_DEVIATIONS.matcher(domain).find()) {
      throw unknownDomain();
    }
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      throw unknownDomain();
    }
  }

  private static AuthException unknownDomain() {
    return Arguments.invalid(
        "email",
        "is not a valid e-mail address, or its domain has letters that are taken only in its"
            + " xn-- form");
  }

  private static AuthException malformed() {
    return Arguments.invalid("email", "is not a valid e-mail address");
  }

  /** The address as given, with the domain in ASCII. */
  public String value() {
    return value;
  }

  /** The address in lower case: the form that identifies a mailbox here. */
  public String normalized() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmailAddress that && normalized().equals(that.normalized());
  }

  @Override
  public int hashCode() {
    return normalized().hashCode();
  }

  /** The address with all but the first character of its local part masked, for logs. */
  @Override
  public String toString() {
    return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
  }

  private Object writeReplace() {
    return new SerialForm(SerialForm.EMAIL, value);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialForm.notByItself();
  }
}
