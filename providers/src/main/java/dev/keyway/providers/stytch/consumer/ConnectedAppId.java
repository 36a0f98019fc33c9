package dev.keyway.providers.stytch.consumer;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code client_id} of a {@link ConnectedApp}. No secret.
 *
 * @param value letters, digits and {@code - . _ ~ |}, at most 128
 */
public record ConnectedAppId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_|~-][A-Za-z0-9._|~-]{0,127}");

  /** Checks the form only. */
  public ConnectedAppId {
    require(value);
  }

  private static void require(@Nullable String value) {
    if (value == null || !FORM.matcher(value).matches()) {
      throw AuthException.of(
          ErrorCode.INVALID_ARGUMENT, "connectedAppId is not of a form that Stytch has");
    }
  }

  /** The same as the constructor. */
  public static ConnectedAppId of(String value) {
    return new ConnectedAppId(value);
  }
}
