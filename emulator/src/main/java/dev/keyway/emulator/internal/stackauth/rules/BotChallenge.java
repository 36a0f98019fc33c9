package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import java.util.Set;

/**
 * The bot check of sign-ups. Callers that send none of its fields are never stopped by it. The
 * emulator has no challenge service: the only good token is the one that Cloudflare's test keys
 * give.
 *
 * @see <a href="https://developers.cloudflare.com/turnstile/troubleshooting/testing/">Turnstile
 *     test keys</a>
 */
public final class BotChallenge {
  /** What a challenge that was not solved is told with. */
  public static final Set<KnownError> ERRORS =
      Set.of(KnownError.BOT_CHALLENGE_REQUIRED, KnownError.BOT_CHALLENGE_FAILED);

  private static final String GOOD_TOKEN = "XXXX.DUMMY.TOKEN.XXXX";

  private BotChallenge() {}

  /** Adds the fields of the check to a schema. */
  public static Schema fields(Schema schema) {
    return schema
        .optional("bot_challenge_token", Rules.string())
        .optional("bot_challenge_phase", Rules.string().oneOf("invisible", "visible"))
        .optional("bot_challenge_unavailable", Rules.string().oneOf("true"));
  }

  /** Stops a sign-up whose challenge failed. */
  public static void check(StackAuthCall call) {
    check(call.body());
  }

  /** Stops what must not go on without the challenge, wherever its fields stand. */
  public static void check(ObjectNode sent) {
    if (unavailable(sent)) {
      throw failed();
    }
  }

  /**
   * Whether the caller says that the challenge could not be shown.
   *
   * @throws StackAuthFailure if it was shown and failed
   */
  public static boolean unavailable(StackAuthCall call) {
    return unavailable(call.body());
  }

  private static boolean unavailable(ObjectNode sent) {
    boolean token = sent.has("bot_challenge_token");
    boolean phase = sent.has("bot_challenge_phase");
    if (sent.has("bot_challenge_unavailable")) {
      if (token || phase) {
        throw new IllegalStateException("A challenge cannot be unavailable and answered");
      }
      return true;
    }
    boolean good = sent.path("bot_challenge_token").asText().equals(GOOD_TOKEN);
    if ((token || phase) && !good) {
      boolean visible = sent.path("bot_challenge_phase").asText().equals("visible");
      throw visible ? failed() : KnownError.BOT_CHALLENGE_REQUIRED.failure();
    }
    return false;
  }

  public static StackAuthFailure failed() {
    return KnownError.BOT_CHALLENGE_FAILED.failure("message", "The bot challenge was not solved.");
  }
}
