package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.RenewalToken;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.AuthorizationRequest;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.ConsentQuestion;
import dev.keyway.providers.stytch.consumer.Consents;
import dev.keyway.providers.stytch.wire.ConsentApi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Consents} by the identity provider's routes. */
final class ConsentCalls implements Consents {

  private static final String CODE = "code";

  private final ViewCalls calls;
  private final ConsentApi api;

  ConsentCalls(ViewCalls calls, ConsentApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public ConsentQuestion start(
      AuthorizationRequest request, RenewalToken session, CallOptions options) {
    notNull(request, "request");
    notNull(session, "session");
    ConsentApi.Start body =
        new ConsentApi.Start(
            request.app().value(),
            request.redirectUrl(),
            CODE,
            request.scopes(),
            session,
            prompt(request));
    return calls.call("stytch.consents.start", options, () -> question(request, api.start(body)));
  }

  private static ConsentQuestion question(AuthorizationRequest request, ConsentApi.Question wire) {
    Answer.requireAbout(request.app().value(), wire.client().clientId());
    return Answer.read(
        () ->
            new ConsentQuestion(
                UserId.of(wire.userId()),
                ConnectedAppId.of(wire.client().clientId()),
                orBlank(wire.client().clientName()),
                orBlank(wire.client().clientDescription()),
                wire.consentRequired(),
                wire.scopeResults().stream()
                    .map(
                        scope ->
                            new ConsentQuestion.Scope(
                                scope.scope(), orBlank(scope.description()), scope.isGrantable()))
                    .toList()));
  }

  @Override
  public URI allow(AuthorizationRequest request, RenewalToken session, CallOptions options) {
    return answer("allow", true, request, session, options);
  }

  @Override
  public URI deny(AuthorizationRequest request, RenewalToken session, CallOptions options) {
    return answer("deny", false, request, session, options);
  }

  private URI answer(
      String call,
      boolean granted,
      AuthorizationRequest request,
      RenewalToken session,
      CallOptions options) {
    notNull(request, "request");
    notNull(session, "session");
    ConsentApi.Submit body =
        new ConsentApi.Submit(
            request.app().value(),
            request.redirectUrl(),
            CODE,
            request.scopes(),
            session,
            prompt(request),
            granted,
            request.state().orElse(null),
            request.nonce().orElse(null),
            request.codeChallenge().orElse(null),
            request.resources().isEmpty() ? null : request.resources());
    return calls.call(
        "stytch.consents." + call,
        options,
        () -> leadingTo(request.redirectUrl(), api.answer(body).redirectUri()));
  }

  /** The browser is sent to where the app asked for, and nowhere else. */
  private static URI leadingTo(URI asked, String answered) {
    URI redirect;
    try {
      redirect = URI.create(answered);
    } catch (IllegalArgumentException e) {
      throw Answer.invalid("with a redirect that is no URL");
    }
    if (!place(redirect).equals(place(asked))) {
      throw Answer.invalid("with another redirect than was asked for");
    }
    return redirect;
  }

  /** The address without its parameters. */
  private static List<@Nullable String> place(URI url) {
    String path = url.getRawPath();
    return Arrays.asList(
        url.getScheme(), url.getRawAuthority(), path == null || path.isEmpty() ? "/" : path);
  }

  private static @Nullable String prompt(AuthorizationRequest request) {
    return request.consentPrompted() ? "consent" : null;
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
