package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyId;
import dev.keyway.PasskeyOptions;
import dev.keyway.Passkeys;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.PasskeyApi;
import dev.keyway.providers.stackauth.wire.UserApi;
import dev.keyway.providers.webauthn.Base64Form;
import dev.keyway.providers.webauthn.BrowserCredential;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys by {@code auth/passkey}: one for each user, and registering another one takes its place.
 *
 * <p>The server never tells a passkey's credential id afterwards, only that there is one; so its id
 * here is made from the user's.
 */
final class StackAuthPasskeys implements Passkeys {

  private static final String REGISTRATION = "passkey-registration";
  private static final String SIGN_IN = "passkey-sign-in";

  private final Transport transport;
  private final PasskeyApi api;
  private final UserApi users;
  private final Renewals renewals;
  private final AccessTokens accessTokens;
  private final SignIns signIns;
  private final PasskeyFlow flow;

  @Inject
  StackAuthPasskeys(
      Transport transport,
      PasskeyApi api,
      UserApi users,
      Renewals renewals,
      AccessTokens accessTokens,
      SignIns signIns,
      PasskeyFlow flow) {
    this.transport = transport;
    this.api = api;
    this.users = users;
    this.renewals = renewals;
    this.accessTokens = accessTokens;
    this.signIns = signIns;
    this.flow = flow;
  }

  @Override
  public PasskeyCeremony startRegistration(SessionTokens session, PasskeyOptions options) {
    String relyingPartyId = flow.relyingPartyId(options);
    return transport.call(
        options,
        () -> {
          SessionTokens tokens = renewals.renew(session.renewal());
          String user = accessTokens.read(tokens.access()).userId().value();
          PasskeyApi.Initiated initiated = api.initiateRegistration(tokens.access().reveal());
          Map<String, @Nullable Object> creation = new LinkedHashMap<>(initiated.optionsJson());
          Map<String, @Nullable Object> rp = PasskeyFlow.nested(creation, "rp");
          rp.put("id", relyingPartyId);
          creation.put("rp", rp);
          if (options.displayName().isPresent()) {
            Map<String, @Nullable Object> shown = PasskeyFlow.nested(creation, "user");
            shown.put("displayName", options.displayName().get());
            creation.put("user", shown);
          }
          return flow.begin(
              REGISTRATION, creation, initiated, Map.of("user", user, "rp", relyingPartyId));
        });
  }

  @Override
  public Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson, CallOptions options) {
    OpenedHandle ceremony = flow.resume(handle, REGISTRATION);
    BrowserCredential credential =
        BrowserCredential.registration(
            credentialJson, Base64Form.UNPADDED, ceremony.get("challenge"));
    PasskeyApi.Registration body =
        new PasskeyApi.Registration(credential.json(), Secret.of(ceremony.get("code")));
    transport.run(
        options,
        () -> {
          SessionTokens tokens = renewals.renew(session.renewal());
          SameUser.require(accessTokens.read(tokens.access()), ceremony);
          flow.finish(
              () -> {
                api.register(tokens.access().reveal(), body);
                return body;
              });
        });
    return passkey(UserId.of(ceremony.get("user")), Optional.of(ceremony.get("rp")));
  }

  @Override
  public PasskeyCeremony startSignIn(PasskeyOptions options) {
    String relyingPartyId = flow.relyingPartyId(options);
    return transport.call(
        options,
        () -> {
          PasskeyApi.Initiated initiated = api.initiateAuthentication();
          Map<String, @Nullable Object> request = new LinkedHashMap<>(initiated.optionsJson());
          request.put("rpId", relyingPartyId);
          Map<String, String> state = new TreeMap<>(Map.of("rp", relyingPartyId));
          options.user().ifPresent(user -> state.put("user", user.value()));
          return flow.begin(SIGN_IN, request, initiated, state);
        });
  }

  @Override
  public SignInResult finishSignIn(
      ChallengeHandle handle, String credentialJson, SignInOptions options) {
    OpenedHandle ceremony = flow.resume(handle, SIGN_IN);
    BrowserCredential credential =
        BrowserCredential.assertion(credentialJson, Base64Form.UNPADDED, ceremony.get("challenge"));
    credential.requireRelyingParty(ceremony.get("rp"));
    // The server can't name a user's passkey in the options, so the answer is looked at.
    ceremony.find("user").ifPresent(credential::requireUser);
    PasskeyApi.Authentication body =
        new PasskeyApi.Authentication(credential.json(), Secret.of(ceremony.get("code")));
    return transport.call(
        options,
        () -> flow.finish(() -> signIns.complete(() -> api.signIn(body), AccountOutcome.EXISTING)));
  }

  @Override
  public List<Passkey> list(UserId user, CallOptions options) {
    return transport.call(options, () -> of(user));
  }

  @Override
  public void delete(UserId user, PasskeyId passkey, CallOptions options) {
    transport.run(
        options,
        () -> {
          if (of(user).stream().noneMatch(enrolled -> enrolled.id().equals(passkey))) {
            throw AuthException.of(ErrorCode.FACTOR_NOT_ENROLLED, "The user has no such passkey");
          }
          users.update(user.value(), Map.of("passkey_auth_enabled", false)).about(user.value());
        });
  }

  private List<Passkey> of(UserId user) {
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of stack-auth has such an id");
    }
    return Boolean.TRUE.equals(users.get(user.value()).about(user.value()).passkeyAuthEnabled())
        ? List.of(passkey(user, Optional.empty()))
        : List.of();
  }

  private static Passkey passkey(UserId user, Optional<String> relyingPartyId) {
    return new Passkey(PasskeyId.of("passkey-" + user.value()), Optional.empty(), relyingPartyId);
  }
}
