package dev.keyway;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * The short-lived, signed half of a session: a JWT that {@link Sessions#verify} checks without a
 * call.
 *
 * <p>It stays valid until it expires, even after its session was revoked.
 */
public final class AccessToken extends SensitiveValue implements Serializable {

  private static final long serialVersionUID = 1;

  private AccessToken(String value) {
    super(value, "accessToken");
  }

  /**
   * Wraps a token as the provider issued it.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null or blank
   */
  public static AccessToken of(String value) {
    return new AccessToken(value);
  }

  private Object writeReplace() {
    return new SerialForm(SerialForm.ACCESS_TOKEN, reveal());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialForm.notByItself();
  }
}
