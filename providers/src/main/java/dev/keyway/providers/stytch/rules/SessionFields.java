package dev.keyway.providers.stytch.rules;

import dev.keyway.AuthException;
import dev.keyway.AuthenticationFactor;
import dev.keyway.ErrorCode;
import dev.keyway.FactorKind;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.VendorValues;
import dev.keyway.providers.jwt.VerifiedJwt;
import dev.keyway.providers.stytch.wire.Times;
import dev.keyway.providers.stytch.wire.WireFactor;
import dev.keyway.providers.stytch.wire.WireSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stytch's fields of a session, from its answers and from its tokens, and the neutral ones. */
public final class SessionFields {

  public static final String SESSION_CLAIM = "https://stytch.com/session";
  private static final Set<String> STANDARD_CLAIMS =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", SESSION_CLAIM);

  private SessionFields() {}

  public static Session session(WireSession wire) {
    return Answer.read(() -> read(wire));
  }

  private static Session read(WireSession wire) {
    Map<String, @Nullable Object> claims = wire.customClaims();
    return Session.builder(SessionId.of(wire.sessionId()), UserId.of(wire.userId()))
        .startedAt(Times.read(wire.startedAt()))
        .lastUsedAt(Times.read(wire.lastAccessedAt()))
        .expiresAt(Times.read(wire.expiresAt()))
        .factors(factors(wire.authenticationFactors()))
        .impersonation(isImpersonation(wire.authenticationFactors()))
        .claims(claims == null ? Map.of() : claims)
        .build();
  }

  /** Empty when the token has no session claim. */
  public static Optional<Session> session(VerifiedJwt token) {
    try {
      return read(token);
    } catch (AuthException e) {
      throw e.code() == ErrorCode.INVALID_ARGUMENT || e.code() == ErrorCode.INVALID_RESPONSE
          ? AuthException.of(ErrorCode.TOKEN_INVALID, "The access token has an unfit claim")
          : e;
    }
  }

  private static Optional<Session> read(VerifiedJwt token) {
    if (!(token.claims().get(SESSION_CLAIM) instanceof Map<?, ?> session)
        || !(session.get("id") instanceof String id)
        || id.isBlank()) {
      return Optional.empty();
    }
    List<WireFactor> factors =
        session.get("authentication_factors") instanceof List<?> list
            ? VendorValues.present(list, SessionFields::factor)
            : List.of();
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    token
        .claims()
        .forEach(
            (name, value) -> {
              if (!STANDARD_CLAIMS.contains(name)) {
                claims.put(name, value);
              }
            });
    return Optional.of(
        Session.builder(SessionId.of(id), UserId.of(token.requiredText("sub")))
            .startedAt(Times.read(session.get("started_at")))
            .lastUsedAt(Times.read(session.get("last_accessed_at")))
            .expiresAt(Times.read(session.get("expires_at")))
            .accessTokenExpiresAt(token.expiresAt())
            .factors(factors(factors))
            .impersonation(isImpersonation(factors))
            .claims(claims)
            .build());
  }

  public static FactorKind kind(WireFactor factor) {
    String delivery = factor.deliveryMethod() == null ? "" : factor.deliveryMethod();
    return switch (factor.type()) {
      case "password" -> FactorKind.PASSWORD;
      case "magic_link" -> FactorKind.MAGIC_LINK;
      case "email_otp" -> FactorKind.EMAIL_OTP;
      case "otp" -> otp(delivery);
      case "oauth" -> FactorKind.OAUTH;
      case "webauthn" -> FactorKind.PASSKEY;
      case "totp" -> FactorKind.TOTP;
      case "recovery_codes" -> FactorKind.RECOVERY_CODE;
      default -> FactorKind.OTHER;
    };
  }

  private static FactorKind otp(String delivery) {
    return switch (delivery) {
      case "sms" -> FactorKind.SMS_OTP;
      case "whatsapp" -> FactorKind.WHATSAPP_OTP;
      case "email" -> FactorKind.EMAIL_OTP;
      default -> FactorKind.OTHER;
    };
  }

  private static List<AuthenticationFactor> factors(List<WireFactor> wire) {
    return VendorValues.present(wire, factor -> Optional.of(factor(factor)));
  }

  private static AuthenticationFactor factor(WireFactor wire) {
    return new AuthenticationFactor(
        kind(wire), Optional.ofNullable(Times.read(wire.lastAuthenticatedAt())));
  }

  private static Optional<WireFactor> factor(@Nullable Object claim) {
    if (!(claim instanceof Map<?, ?> factor) || !(factor.get("type") instanceof String type)) {
      return Optional.empty();
    }
    return Optional.of(
        new WireFactor(
            type,
            factor.get("delivery_method") instanceof String delivery ? delivery : null,
            factor.get("last_authenticated_at") instanceof String time ? time : null));
  }

  private static boolean isImpersonation(List<WireFactor> factors) {
    for (WireFactor factor : factors) {
      if (factor.type().equals("impersonated")) {
        return true;
      }
    }
    return false;
  }
}
