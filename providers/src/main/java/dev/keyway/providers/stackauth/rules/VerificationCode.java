package dev.keyway.providers.stackauth.rules;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.providers.stackauth.wire.StackAuthErrors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The 45 characters that stand behind codes, links and challenges alike there, and what the four
 * errors about them mean in each of these roles.
 */
public enum VerificationCode {
  /** Typed by a person: wrong, expired, used. */
  TYPED(ErrorCode.CODE_INCORRECT, ErrorCode.CODE_EXPIRED, ErrorCode.CODE_ALREADY_USED),
  /** Followed from a mail. */
  LINK(ErrorCode.LINK_UNKNOWN, ErrorCode.LINK_EXPIRED, ErrorCode.LINK_ALREADY_USED),
  /** Carried in a handle. */
  CHALLENGE(ErrorCode.CHALLENGE_INVALID, ErrorCode.CHALLENGE_EXPIRED, ErrorCode.CHALLENGE_INVALID);

  private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{45}");

  private final ErrorCode notFound;
  private final ErrorCode expired;
  private final ErrorCode used;

  VerificationCode(ErrorCode notFound, ErrorCode expired, ErrorCode used) {
    this.notFound = notFound;
    this.expired = expired;
    this.used = used;
  }

  public static boolean isWellFormed(String code) {
    return FORM.matcher(code).matches();
  }

  /** Runs a request that consumes a code in this role. */
  public <T> T consume(Supplier<T> request) {
    try {
      return request.get();
    } catch (AuthException e) {
      ErrorCode meaning = meaning(e.code());
      boolean aboutCodes =
          e.providerError()
              .flatMap(ProviderError::nativeCode)
              .filter(code -> code.startsWith("VERIFICATION_CODE_"))
              .isPresent();
      if (!aboutCodes || meaning == e.code()) {
        throw e;
      }
      throw AuthException.of(
          meaning,
          "stack-auth refused it: " + e.providerError().orElseThrow().nativeCode().orElseThrow(),
          e.retry(),
          e.providerError().orElseThrow());
    }
  }

  /** From what {@link StackAuthErrors} says for want of better knowledge. */
  private ErrorCode meaning(ErrorCode typed) {
    return switch (typed) {
      case CODE_INCORRECT -> notFound;
      case CODE_EXPIRED -> expired;
      case CODE_ALREADY_USED -> used;
      default -> typed;
    };
  }
}
