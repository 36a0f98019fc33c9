package dev.keyway;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * What ties the two halves of a flow together: the code's sending to its entry, a redirect to its
 * return, a first factor to the second.
 *
 * <p>Opaque, encrypted, URL-safe text that any instance of the application with the same
 * configuration can finish the flow with, so the application keeps no state. It fits an {@code
 * HttpOnly} cookie (under 4 KB) and belongs there: whoever holds a handle may take part in that
 * flow.
 */
public final class ChallengeHandle extends SensitiveValue implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int MAX_LENGTH = 4000;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]+");

  private ChallengeHandle(String value) {
    super(value, "handle");
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw Arguments.invalid("handle", "is not a challenge handle");
    }
  }

  /**
   * Wraps a handle that came back from the browser. Whether it is genuine is decided when it is
   * used.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null, blank, longer than
   *     4000 characters or has characters that no handle has
   */
  public static ChallengeHandle of(String value) {
    return new ChallengeHandle(value);
  }

  private Object writeReplace() {
    return new SerialForm(SerialForm.HANDLE, reveal());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialForm.notByItself();
  }
}
