package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.protocol.Wording;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How a social sign-in that failed comes back to the application. */
final class OAuthErrors {
  private static final Map<String, KnownError> OF_PROVIDER =
      Map.of(
          "access_denied", KnownError.OAUTH_PROVIDER_ACCESS_DENIED,
          "server_error", KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE,
          "temporarily_unavailable", KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE);

  private OAuthErrors() {}

  /** Ends a flow with what the social provider reports (RFC 6749 section 4.1.2.1). */
  static void refuse(String error) {
    KnownError known = OF_PROVIDER.get(error);
    throw known == null
        ? StackAuthFailure.text(400, "The provider reports an error.")
        : known.failure();
  }

  /** Where errors of a flow may be sent; empty if the application trusts none of its addresses. */
  static Optional<String> target(StackAuthProject project, OAuthFlow flow) {
    return Optional.of(flow.redirectUri())
        .filter(url -> RedirectRules.trustedForOAuth(project.settings(), url))
        .or(
            () ->
                flow.errorRedirect()
                    .filter(url -> RedirectRules.trustedForOAuth(project.settings(), url)));
  }

  /**
   * An address that tells an error; empty if the error has no name. The state is not in it: the
   * service leaves it out.
   */
  static Optional<URI> withError(String target, StackAuthFailure failure, Wording wording) {
    return failure
        .error()
        .map(
            known -> {
              String words = failure.words(wording);
              URI url = Urls.withParameter(target, "error", "server_error");
              url = Urls.withParameter(url.toString(), "error_description", words);
              url = Urls.withParameter(url.toString(), "errorCode", known.name());
              url = Urls.withParameter(url.toString(), "message", words);
              return Urls.withParameter(url.toString(), "details", failure.detailsText());
            });
  }
}
