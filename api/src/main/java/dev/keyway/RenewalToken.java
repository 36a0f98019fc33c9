package dev.keyway;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * The long-lived half of a session, checked by the provider at each use. It buys new access tokens:
 * keep it where scripts can't read it.
 */
public final class RenewalToken extends SensitiveValue implements Serializable {

  private static final long serialVersionUID = 1;

  private RenewalToken(String value) {
    super(value, "renewalToken");
  }

  /**
   * Wraps a token as the provider issued it.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null or blank
   */
  public static RenewalToken of(String value) {
    return new RenewalToken(value);
  }

  private Object writeReplace() {
    return new SerialForm(SerialForm.RENEWAL_TOKEN, reveal());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialForm.notByItself();
  }
}
