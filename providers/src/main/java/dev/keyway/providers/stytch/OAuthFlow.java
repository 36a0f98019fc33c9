package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthProviderId;
import dev.keyway.RenewalToken;
import dev.keyway.providers.flow.Pkce;
import dev.keyway.providers.flow.RandomText;
import dev.keyway.providers.handle.OpenedHandle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an OAuth flow remembers from its start to its end. There are two states, one for each
 * redirect URL: which of them comes back tells whether Stytch made the account.
 *
 * @param callback where it was to end; its query is not kept
 * @param link the session and the user that the identity is added to
 */
record OAuthFlow(
    OAuthProviderId provider,
    URI callback,
    String loginState,
    String signUpState,
    Pkce pkce,
    Optional<Link> link) {

  record Link(RenewalToken session, String userId) {}

  static OAuthFlow next(
      OAuthProviderId provider, URI callback, Optional<Link> link, SecureRandom random) {
    return new OAuthFlow(
        provider,
        callback,
        RandomText.next(random),
        RandomText.next(random),
        Pkce.next(random),
        link);
  }

  static OAuthFlow of(OpenedHandle handle) {
    return new OAuthFlow(
        OAuthProviderId.of(handle.get("provider")),
        URI.create(handle.get("callback")),
        handle.get("login"),
        handle.get("signup"),
        Pkce.of(handle.get("verifier")),
        handle
            .find("session")
            .map(session -> new Link(RenewalToken.of(session), handle.get("user"))));
  }

  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("provider", provider.value());
    fields.put("callback", withoutQuery(callback));
    fields.put("login", loginState);
    fields.put("signup", signUpState);
    fields.put("verifier", pkce.verifier());
    link.ifPresent(
        to -> {
          fields.put("session", to.session().reveal());
          fields.put("user", to.userId());
        });
    return fields;
  }

  /** Host and path are compared; the rest would only make the handle longer. */
  private static String withoutQuery(URI uri) {
    return uri.toString().split("[?#]", 2)[0];
  }

  /** Whether Stytch made the account, by the state that came back. */
  AccountOutcome account(String state) {
    if (same(state, loginState)) {
      return AccountOutcome.EXISTING;
    }
    if (same(state, signUpState)) {
      return AccountOutcome.CREATED;
    }
    throw AuthException.of(
        ErrorCode.STATE_MISMATCH, "The callback belongs to a flow that another browser began");
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** The provider only. */
  @Override
  public String toString() {
    return "OAuthFlow[" + provider.value() + "]";
  }
}
