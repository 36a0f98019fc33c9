package dev.keyway.providers.stytch.rules;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.SignInOptions;
import dev.keyway.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Stytch would refuse anyway, and what must never become part of a path. */
public final class Checks {

  private static final Pattern USER = Pattern.compile("user-[a-z]+-[A-Za-z0-9-]+");

  private Checks() {}

  public static AuthException invalidArgument(String argument, String problem) {
    return AuthException.of(ErrorCode.INVALID_ARGUMENT, argument + " " + problem);
  }

  public static int minutes(Duration duration, String argument, int least, int most, String rule) {
    long minutes = duration.toMinutes();
    if (!Duration.ofMinutes(minutes).equals(duration) || minutes < least || minutes > most) {
      throw invalidArgument(argument, rule);
    }
    return (int) minutes;
  }

  /** Where a link may lead: what {@code send} of the neutral links takes, too. */
  public static URI callback(@Nullable URI callback) {
    if (callback == null || !callback.isAbsolute()) {
      throw invalidArgument("callback", "must be an absolute URI");
    }
    return callback;
  }

  /** Refuses to compare a device with one that nothing was sent for. */
  public static void nothingToCompare(@Nullable SignInOptions options) {
    if (options == null) {
      throw invalidArgument("options", "must not be null");
    }
    if (options.sameIpAddress() || options.sameUserAgent()) {
      throw invalidArgument("options", "compare devices, and nothing was sent for this sign-in");
    }
  }

  /** Whether it can be the id of a user; an external id, which Stytch would take too, is not. */
  public static boolean isUser(UserId user) {
    return USER.matcher(user.value()).matches();
  }

  /** The id as part of a path. */
  public static String user(UserId user) {
    if (!isUser(user)) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of Stytch has an id of this form");
    }
    return user.value();
  }

  /** Whether a failure is Stytch's refusal with this very {@code error_type}. */
  public static boolean isRefusal(AuthException failure, String errorType) {
    return failure
        .providerError()
        .flatMap(ProviderError::nativeCode)
        .filter(errorType::equals)
        .isPresent();
  }
}
