package dev.keyway.providers.stackauth.server;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of a team.
 *
 * @param value a UUID
 */
public record TeamId(String value) {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Checks the form only. */
  public TeamId {
    require(value);
  }

  private static void require(@Nullable String value) {
    if (value == null || !FORM.matcher(value).matches()) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "teamId must be a UUID");
    }
  }

  /** The same as the constructor. */
  public static TeamId of(String value) {
    return new TeamId(value);
  }
}
