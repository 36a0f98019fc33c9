package dev.keyway.providers.stackauth.server;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a permission.
 *
 * @param value lower case letters, digits, {@code _} and {@code :}; Stack Auth's own begin with
 *     {@code $}
 */
public record PermissionId(String value) {

  private static final Pattern FORM = Pattern.compile("\\$?[a-z0-9_:]{1,256}");

  /** Checks the form only. */
  public PermissionId {
    require(value);
  }

  private static void require(@Nullable String value) {
    if (value == null || !FORM.matcher(value).matches()) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "permissionId is not of the form of one");
    }
  }

  /** The same as the constructor. */
  public static PermissionId of(String value) {
    return new PermissionId(value);
  }
}
