package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.List;
import java.util.Set;

/**
 * The bot check of sign-ups. Callers that send none of its fields are never stopped by it. The
 * emulator has no challenge service: the only good token is the one that Cloudflare's test keys
 * give, and, where the project's settings say so, those of the vendor's development stack.
 *
 * @see <a href="https://developers.cloudflare.com/turnstile/troubleshooting/testing/">Turnstile
 *     test keys</a>
 */
public final class BotChallenge {
  /** What a challenge that was not solved is told with. */
  public static final Set<KnownError> ERRORS =
      Set.of(KnownError.BOT_CHALLENGE_REQUIRED, KnownError.BOT_CHALLENGE_FAILED);

  private static final String GOOD_TOKEN = "XXXX.DUMMY.TOKEN.XXXX";
  private static final List<String> GOOD_MOCKS =
      List.of("mock-turnstile-ok", "mock-turnstile-visible-ok");

  private static final Field<String> TOKEN = Field.text("bot_challenge_token");
  private static final Field<String> PHASE =
      Field.choice("bot_challenge_phase", "invisible", "visible");
  private static final Field<String> UNAVAILABLE =
      Field.choice("bot_challenge_unavailable", "true");

  /** The fields of the check, wherever they stand. */
  public static final List<Field<?>> FIELDS = List.of(TOKEN, PHASE, UNAVAILABLE);

  /** What no caller sends, and the service does not expect. */
  public static final String BREAKS_ON = "a challenge that is unavailable and answered";

  private BotChallenge() {}

  /** Stops a sign-up whose challenge failed. */
  public static void check(StackAuthCall call) {
    check(call.project(), call.fields());
  }

  /** Stops what must not go on without the challenge, wherever its fields stand. */
  public static void check(StackAuthProject project, Values sent) {
    if (unavailable(project, sent)) {
      throw failed();
    }
  }

  /**
   * Whether the caller says that the challenge could not be shown.
   *
   * @throws StackAuthFailure if it was shown and failed
   */
  public static boolean unavailable(StackAuthCall call) {
    return unavailable(call.project(), call.fields());
  }

  private static boolean unavailable(StackAuthProject project, Values sent) {
    boolean token = sent.has(TOKEN);
    boolean phase = sent.has(PHASE);
    if (sent.has(UNAVAILABLE)) {
      if (token || phase) {
        throw StackAuthFailure.uncaught("The challenge is called unavailable and answered.");
      }
      return true;
    }
    boolean good = sent.find(TOKEN).filter(value -> isGood(project, value)).isPresent();
    if ((token || phase) && !good) {
      boolean visible = sent.find(PHASE).filter("visible"::equals).isPresent();
      throw visible ? failed() : KnownError.BOT_CHALLENGE_REQUIRED.failure();
    }
    return false;
  }

  private static boolean isGood(StackAuthProject project, String token) {
    return token.equals(GOOD_TOKEN)
        || (project.settings().mockChallengeTokens()
            && GOOD_MOCKS.stream().anyMatch(token::startsWith));
  }

  public static StackAuthFailure failed() {
    return KnownError.BOT_CHALLENGE_FAILED.failure("message", "The bot challenge was not solved.");
  }
}
