package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.stackauth.wire.StackAuthErrors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalInt;

/** What the browser brought back from an OAuth flow. */
final class OAuthCallback {

  private OAuthCallback() {}

  /**
   * The authorization code.
   *
   * @param redirect where the flow was to end
   * @param state of the flow
   */
  static String code(URI callback, URI redirect, String state) {
    CallbackParameters parameters = CallbackParameters.of(callback, redirect);
    Optional<String> returned = parameters.optional("state");
    if (returned.isPresent() && !same(returned.get(), state)) {
      throw AuthException.of(
          ErrorCode.STATE_MISMATCH, "The OAuth state is not the one that the flow was begun with");
    }
    // Stack Auth leaves the state out where it reports an error, so only success must have it.
    refuseErrors(parameters);
    String code = parameters.required("code");
    parameters.required("state");
    return code;
  }

  private static void refuseErrors(CallbackParameters parameters) {
    Optional<String> error = parameters.optional("error");
    Optional<String> reported = parameters.optional("errorCode");
    if (error.isEmpty() && reported.isEmpty()) {
      return;
    }
    // Anybody can write into a URL: only names of the table are repeated.
    Optional<String> known = reported.filter(StackAuthErrors.TABLE.codes()::containsKey);
    ErrorCode code =
        known
            .flatMap(StackAuthErrors.TABLE::find)
            .orElse(
                error.filter("access_denied"::equals).isPresent()
                    ? ErrorCode.OAUTH_DENIED
                    : ErrorCode.OAUTH_PROVIDER_FAILED);
    throw AuthException.of(
        code,
        "The callback reports " + known.orElse("an error"),
        Retry.NEVER,
        new ProviderError(
            StackAuth.ID,
            known,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
