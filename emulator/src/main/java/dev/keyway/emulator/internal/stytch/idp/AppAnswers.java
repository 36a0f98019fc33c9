package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What apps are told: tokens, and what a user's scopes let them know. */
final class AppAnswers {
  private static final Duration ID_TOKEN_LIFE = Duration.ofHours(1);

  private AppAnswers() {}

  /** The project as an identity provider: what its metadata and its ID tokens name it. */
  static String issuer(StytchProject project) {
    URI base = project.baseUrl();
    return base + "/v1/public/" + project.id();
  }

  /** The fields that each successful grant answers with. An ID token comes with openid. */
  static ObjectNode tokens(
      StytchProject project,
      ConnectedApp app,
      StytchUser user,
      AppTokens.Grant grant,
      AppTokens.Issued access) {
    ObjectNode json =
        Json.object()
            .put("access_token", access.jwt())
            .put("token_type", "bearer")
            .put("expires_in", Duration.ofMinutes(app.details().tokenMinutes()).toSeconds())
            .put("scope", String.join(" ", grant.scopes()));
    if (grant.scopes().contains(AppScopes.OPENID)) {
      json.put("id_token", idToken(project, app, user, grant));
    }
    return json;
  }

  private static String idToken(
      StytchProject project, ConnectedApp app, StytchUser user, AppTokens.Grant grant) {
    Instant now = project.now();
    ObjectNode claims = AppTokens.template(app.details().idTokenTemplate(), app, project, user);
    claims.setAll(claims(user, grant.scopes()));
    claims.put("iss", issuer(project)).putArray("aud").add(app.id());
    if (!grant.nonce().isEmpty()) {
      claims.put("nonce", grant.nonce());
    }
    claims
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(ID_TOKEN_LIFE).getEpochSecond());
    return AppTokens.sign(project, claims);
  }

  /** What is told of a user; what they do not have is left out. */
  static ObjectNode claims(StytchUser user, List<String> scopes) {
    ObjectNode claims = Json.object().put("sub", user.id());
    if (scopes.contains(AppScopes.PROFILE)) {
      if (!user.name.full().isEmpty()) {
        claims
            .put("name", user.name.full())
            .put("given_name", user.name.first())
            .put("middle_name", user.name.middle())
            .put("family_name", user.name.last());
      }
      user.oauthRegistrations.stream()
          .findFirst()
          .ifPresent(
              account -> {
                putUnlessEmpty(claims, "profile_picture", account.pictureUrl());
                putUnlessEmpty(claims, "locale", account.locale());
              });
    }
    if (scopes.contains(AppScopes.EMAIL)) {
      best(user, Address.Kind.EMAIL)
          .ifPresent(
              email -> claims.put("email", email.value()).put("email_verified", email.verified()));
    }
    if (scopes.contains(AppScopes.PHONE)) {
      best(user, Address.Kind.PHONE)
          .ifPresent(
              phone ->
                  claims
                      .put("phone_number", phone.value())
                      .put("phone_number_verified", phone.verified()));
    }
    return claims;
  }

  /** The first one that is proved, else the first. */
  private static Optional<Address> best(StytchUser user, Address.Kind kind) {
    return user.addresses(kind).stream()
        .min(Comparator.comparing((Address address) -> !address.verified()));
  }

  private static void putUnlessEmpty(ObjectNode claims, String name, String value) {
    if (!value.isEmpty()) {
      claims.put(name, value);
    }
  }
}
