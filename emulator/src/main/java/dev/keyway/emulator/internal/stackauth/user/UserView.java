package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.RestrictedReason;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.Optional;

/** How a user is shown. Absent values are null, not left out. */
final class UserView {
  private UserView() {}

  /** As the caller may see it. */
  static ObjectNode of(StackAuthProject project, StackAuthUser user, AccessType viewer) {
    return viewer == AccessType.CLIENT ? client(project, user) : server(project, user);
  }

  static ObjectNode client(StackAuthProject project, StackAuthUser user) {
    Optional<RestrictedReason> reason = project.restrictedReason(user);
    boolean hasPassword = user.password().isPresent();
    ObjectNode json =
        Json.object()
            .put("id", user.id())
            .put("primary_email", user.primaryEmail().map(Address::value).orElse(null))
            .put("primary_email_verified", user.primaryEmailVerified());
    add(Who.EVERYBODY, json, user);
    json.put("signed_up_at_millis", user.createdAt().toEpochMilli())
        .put("has_password", hasPassword)
        .put("auth_with_email", hasPassword || user.otpEnabled);
    json.set("oauth_providers", oauthProviders(user));
    json.putNull("selected_team")
        .put("requires_totp_mfa", user.requiresTotp())
        .put("otp_auth_enabled", user.otpEnabled)
        .put("passkey_auth_enabled", user.passkey().isPresent())
        .put("is_anonymous", user.anonymous)
        .put("is_restricted", reason.isPresent());
    json.set("restricted_reason", reason.<JsonNode>map(RestrictedReason::json).orElse(null));
    return json.put("restricted_by_admin", user.restrictedByAdmin)
        .put("restricted_by_admin_reason", user.restrictedByAdminReason);
  }

  static ObjectNode server(StackAuthProject project, StackAuthUser user) {
    ObjectNode json = client(project, user);
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

  /** Adds the attributes that these readers see and others do not. */
  private static void add(Who readers, ObjectNode json, StackAuthUser user) {
    for (Attribute<?> row : StackAuthUserRows.ALL.all()) {
      row.wire()
          .filter(field -> field.readers() == readers)
          .ifPresent(
              field -> json.set(field.name(), PlainValues.tree(user.attributes().written(row))));
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
