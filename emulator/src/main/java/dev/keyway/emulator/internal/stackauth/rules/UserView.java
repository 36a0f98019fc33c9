package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.RestrictedReason;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user is shown. Absent values are null, not left out. */
public final class UserView {
  private static final List<Attribute<?>> SEEN_BY_ALL = seenBy(Who.EVERYBODY);
  private static final List<Attribute<?>> SEEN_BY_TRUSTED = seenBy(Who.TRUSTED);

  private UserView() {}

  private static List<Attribute<?>> seenBy(Who readers) {
    return StackAuthUserRows.ALL.all().stream()
        .filter(row -> row.wire().filter(field -> field.readers() == readers).isPresent())
        .toList();
  }

  /** As the caller may see it. */
  public static ObjectNode of(StackAuthProject project, StackAuthUser user, AccessType viewer) {
    return viewer == AccessType.CLIENT
        ? common(project, user, AccessType.CLIENT)
        : server(project, user);
  }

  private static ObjectNode common(
      StackAuthProject project, StackAuthUser user, AccessType viewer) {
    Optional<RestrictedReason> reason = project.restrictedReason(user);
    boolean hasPassword = user.password().isPresent();
    ObjectNode json =
        Json.object()
            .put("id", user.id())
            .put("primary_email", user.primaryEmail().map(Address::value).orElse(null))
            .put("primary_email_verified", user.primaryEmailVerified());
    add(Who.EVERYBODY, json, user);
    json.put(
        StackAuthUserRows.PROFILE_IMAGE_URL.wire().orElseThrow().name(),
        UploadedPictures.shown(project, user).orElse(null));
    json.put("signed_up_at_millis", user.createdAt().toEpochMilli())
        .put("has_password", hasPassword)
        .put("auth_with_email", hasPassword || user.otpEnabled);
    json.set("oauth_providers", oauthProviders(user));
    json.set("selected_team", selectedTeam(project, user, viewer));
    json.put("requires_totp_mfa", user.requiresTotp())
        .put("otp_auth_enabled", user.otpEnabled)
        .put("passkey_auth_enabled", user.passkey().isPresent())
        .put("is_anonymous", user.anonymous)
        .put("is_restricted", reason.isPresent());
    json.set("restricted_reason", reason.<JsonNode>map(RestrictedReason::json).orElse(null));
    return json.put("restricted_by_admin", user.restrictedByAdmin)
        .put("restricted_by_admin_reason", user.restrictedByAdminReason);
  }

  /** As servers see it. */
  public static ObjectNode server(StackAuthProject project, StackAuthUser user) {
    ObjectNode json = common(project, user, AccessType.SERVER);
    json.put(
            "primary_email_auth_enabled",
            user.primaryEmail().map(Address::identifying).orElse(false))
        .put("last_active_at_millis", user.lastActiveAt.toEpochMilli())
        .put("restricted_by_admin_private_details", user.restrictedByAdminPrivateDetails);
    add(Who.TRUSTED, json, user);
    json.putObject("risk_scores")
        .putObject("sign_up")
        .put("bot", user.get(StackAuthUserRows.BOT_SCORE))
        .put("free_trial_abuse", user.get(StackAuthUserRows.FREE_TRIAL_ABUSE_SCORE));
    return json;
  }

  private static @Nullable JsonNode selectedTeam(
      StackAuthProject project, StackAuthUser user, AccessType viewer) {
    return user.get(StackAuthUserRows.SELECTED_TEAM_ID)
        .flatMap(project.teams()::byId)
        .map(team -> TeamView.of(project, team, viewer))
        .orElse(null);
  }

  /** Adds the attributes that these readers see and others do not. */
  private static void add(Who readers, ObjectNode json, StackAuthUser user) {
    for (Attribute<?> row : readers == Who.EVERYBODY ? SEEN_BY_ALL : SEEN_BY_TRUSTED) {
      json.set(row.wire().orElseThrow().name(), user.attributes().tree(row));
    }
  }

  private static ArrayNode oauthProviders(StackAuthUser user) {
    ArrayNode accounts = Json.array();
    for (OAuthAccount account : user.oauthAccounts) {
      accounts
          .addObject()
          .put("id", account.providerId())
          .put("account_id", account.accountId())
          .put("email", account.email());
    }
    return accounts;
  }
}
