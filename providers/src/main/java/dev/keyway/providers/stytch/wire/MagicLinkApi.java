package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import feign.RequestLine;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code magic_links}. */
public interface MagicLinkApi {

  @RequestLine("POST /v1/magic_links/email/login_or_create")
  Sent loginOrCreate(Send body);

  @RequestLine("POST /v1/magic_links/email/send")
  Sent send(Send body);

  @RequestLine("POST /v1/magic_links/email/invite")
  Sent invite(Invite body);

  @RequestLine("POST /v1/magic_links/email/revoke_invite")
  void revokeInvite(RevokeInvite body);

  @RequestLine("POST /v1/magic_links")
  Embeddable create(Create body);

  @RequestLine("POST /v1/magic_links/authenticate")
  WireSignIn authenticate(Authenticate body);

  record Send(
      String email,
      URI loginMagicLinkUrl,
      URI signupMagicLinkUrl,
      @Nullable Integer loginExpirationMinutes,
      @Nullable Integer signupExpirationMinutes,
      @Nullable String codeChallenge,
      @Nullable WireAttributes attributes,
      @Nullable String locale,
      @Nullable RenewalToken sessionToken,
      @Nullable String loginTemplateId,
      @Nullable String signupTemplateId) {

    /** Without the address. */
    @Override
    public String toString() {
      return "Send";
    }
  }

  record Sent(String userId, @Nullable Boolean userCreated) {

    public boolean created() {
      return Boolean.TRUE.equals(userCreated);
    }
  }

  record Invite(
      String email,
      URI inviteMagicLinkUrl,
      @Nullable Integer inviteExpirationMinutes,
      @Nullable WireAttributes attributes,
      @Nullable String locale,
      @Nullable String inviteTemplateId) {

    /** Without the address. */
    @Override
    public String toString() {
      return "Invite";
    }
  }

  record RevokeInvite(String email) {

    /** Without the address. */
    @Override
    public String toString() {
      return "RevokeInvite";
    }
  }

  record Create(String userId, @Nullable Integer expirationMinutes) {}

  record Embeddable(Secret token) {}

  record Authenticate(
      Secret token,
      @Nullable Secret codeVerifier,
      @Nullable WireAttributes attributes,
      @Nullable RenewalToken sessionToken,
      @Nullable Integer sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims,
      @Nullable WireMatching options) {}
}
