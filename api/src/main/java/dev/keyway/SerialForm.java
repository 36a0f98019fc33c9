package dev.keyway;

import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * What Java's serialisation writes in the place of values that are no records: their kind and their
 * text, which is checked when it is read as if it were given to {@code of}. Name and components are
 * in the sessions that applications have stored, so that they never change.
 */
record SerialForm(String kind, String value) implements Serializable {

  static final String ACCESS_TOKEN = "access-token";
  static final String RENEWAL_TOKEN = "renewal-token";
  static final String HANDLE = "challenge-handle";
  static final String EMAIL = "email";
  static final String PHONE_NUMBER = "phone-number";

  private Object readResolve() throws InvalidObjectException {
    try {
      return switch (Arguments.notNull(kind, "kind")) {
        case ACCESS_TOKEN -> AccessToken.of(value);
        case RENEWAL_TOKEN -> RenewalToken.of(value);
        case HANDLE -> ChallengeHandle.of(value);
        case EMAIL -> EmailAddress.of(value);
        case PHONE_NUMBER -> PhoneNumber.of(value);
        default -> throw new InvalidObjectException("Not a kind of value that Keyway writes");
      };
    } catch (AuthException e) {
      throw new InvalidObjectException("Not a value that Keyway writes: " + e.getMessage());
    }
  }

  /** For bytes that nobody wrote. */
  static InvalidObjectException notByItself() {
    return new InvalidObjectException("Keyway writes its values in another form");
  }

  /** The kind only. */
  @Override
  public String toString() {
    return "SerialForm[" + kind + "]";
  }
}
