package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import java.time.Duration;

/**
 * Sign-in of command-line programs: the program starts it and asks until it is done, while its user
 * completes it in a browser that is signed in.
 *
 * @see StackAuthServer#cliSignIn()
 * @see <a href="https://docs.stack-auth.com/docs/others/cli-authentication">Stack Auth: CLI
 *     authentication</a>
 */
public interface CliSignIn {

  /**
   * Begins a sign-in.
   *
   * @param life how long it waits: at most a day
   * @param options the timeout
   */
  CliLogin start(Duration life, CallOptions options);

  /**
   * Completes it: the program gets the session of who is signed in here. Ask that person first:
   * whoever began the sign-in will act as them.
   *
   * <p>Fails with {@link ErrorCode#CODE_REFUSED} for a code that is unknown, old or used; with
   * {@link ErrorCode#SESSION_NOT_FOUND}.
   *
   * @param loginCode of the page's address
   * @param session of the person in the browser
   * @param options the timeout
   */
  void complete(Secret loginCode, SessionTokens session, CallOptions options);

  /**
   * Asks how far it is. Fails with {@link ErrorCode#CHALLENGE_INVALID} for a code of no sign-in.
   *
   * @param pollingCode of {@link #start}
   * @param options the timeout
   */
  CliPoll poll(Secret pollingCode, CallOptions options);
}
