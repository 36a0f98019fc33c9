package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.password.Bcrypt;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Password;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of a user, new or old: first everything is checked, in the service's order, then it is
 * done. A field that is absent stays as it is.
 */
final class UserChange {
  private static final int MAX_BCRYPT_COST = 16;

  private final StackAuthProject project;
  private final ObjectNode fields;
  private final @Nullable Password password;

  private UserChange(StackAuthProject project, ObjectNode fields, @Nullable Password password) {
    this.project = project;
    this.fields = fields;
    this.password = password;
  }

  /** Reads the fields that are judged before the user is even looked for. */
  static UserChange read(StackAuthCall call) {
    StackAuthProject project = call.project();
    ObjectNode fields = call.body();
    Optional<String> plain = call.optionalText("password");
    Optional<String> hash = call.optionalText("password_hash");
    if (plain.isPresent() && hash.isPresent()) {
      throw StackAuthFailure.text(
          400, "Cannot set both password and password_hash at the same time.");
    }
    Password password = plain.map(text -> PasswordRules.hashed(project, text)).orElse(null);
    if (hash.isPresent()) {
      password = new Password(project.context().random().uuid(), imported(hash.get()), false);
    }
    return new UserChange(project, fields, password);
  }

  private static PasswordHash imported(String hash) {
    try {
      return Bcrypt.parse(hash, MAX_BCRYPT_COST);
    } catch (PasswordHash.Malformed e) {
      throw StackAuthFailure.text(
          400,
          "Invalid password hash. Make sure it's a supported algorithm in Modular Crypt Format.");
    }
  }

  /** Checks what is true of new and old users alike: the primary address. */
  void checkPrimaryEmail(StackAuthUser user) {
    Optional<String> email = emailAfter(user);
    if (email.isEmpty() && isTrue("primary_email_auth_enabled")) {
      throw StackAuthFailure.text(
          400, "primary_email_auth_enabled cannot be true without primary_email");
    }
    if (email.isEmpty() && isTrue("primary_email_verified")) {
      throw StackAuthFailure.text(
          400, "primary_email_verified cannot be true without primary_email");
    }
    if (email.isEmpty() || !authAfter(user)) {
      return;
    }
    Optional<Address> old = user.primaryEmail();
    boolean changes = old.filter(address -> address.value().equals(email.get())).isEmpty();
    boolean begins = !old.map(Address::identifying).orElse(false);
    if ((changes || begins) && Emails.owner(project, email.get()).isPresent()) {
      throw KnownError.USER_EMAIL_ALREADY_EXISTS.failure(
          Json.object().put("email", email.get()).put("would_work_if_email_was_verified", false));
    }
  }

  /** Checks what remains before an old user is changed. */
  void checkMethods(StackAuthUser user) {
    checkOtp(user);
    checkPasskey();
    if (password != null && user.password().isEmpty()) {
      if (emailAfter(user).isEmpty()) {
        throw new IllegalStateException("A password needs a primary e-mail");
      }
      checkPassword();
    }
  }

  void checkOtp(StackAuthUser user) {
    if (isTrue("otp_auth_enabled") && !user.otpEnabled && !project.settings().magicLinkEnabled()) {
      throw StackAuthFailure.text(400, "OTP auth not enabled in the project");
    }
  }

  void checkPasskey() {
    if (isTrue("passkey_auth_enabled")) {
      throw StackAuthFailure.text(
          400,
          "Cannot manually enable passkey auth, it is enabled iff there is a passkey auth method");
    }
  }

  void checkPassword() {
    if (password != null && !project.settings().credentialEnabled()) {
      throw StackAuthFailure.text(400, "Password auth not enabled in the project");
    }
  }

  /** Changes a user who is among the project's users. */
  void applyTo(StackAuthUser user) {
    applyProfile(user);
    applyPrimaryEmail(user);
    on("otp_auth_enabled", value -> user.otpEnabled = value.booleanValue());
    on("passkey_auth_enabled", value -> project.passkeys().drop(user));
    if (password != null || isNull("password")) {
      user.password(password);
    }
  }

  /** The second factor; not part of making a user, where the service stores it to no effect. */
  void applyTotp(StackAuthUser user) {
    on(
        "totp_secret_base64",
        value ->
            user.totpSecret =
                value.isNull() ? null : Base64.getDecoder().decode(value.textValue()));
  }

  /** Whether a password is set or taken away. */
  boolean touchesPassword() {
    return password != null || isNull("password");
  }

  private void applyProfile(StackAuthUser user) {
    // The service uploads a data URL and gives the picture's address; a data URL is one already.
    Attributes changed = user.attributes();
    for (Attribute<?> row : StackAuthUserRows.ALL.all()) {
      Optional<JsonNode> value = row.wire().map(field -> fields.get(field.name()));
      if (value.isPresent()) {
        changed = changed.with(row.name(), PlainValues.of(value.get()));
      }
    }
    user.attributes(changed);
    on("restricted_by_admin", value -> restrict(user, value.booleanValue()));
    on("restricted_by_admin_reason", value -> user.restrictedByAdminReason = value.textValue());
    on(
        "restricted_by_admin_private_details",
        value -> user.restrictedByAdminPrivateDetails = value.textValue());
    on(
        "risk_scores",
        value -> {
          JsonNode signUp = value.path("sign_up");
          user.set(StackAuthUserRows.BOT_SCORE, signUp.path("bot").intValue());
          user.set(
              StackAuthUserRows.FREE_TRIAL_ABUSE_SCORE, signUp.path("free_trial_abuse").intValue());
        });
  }

  private static void restrict(StackAuthUser user, boolean restricted) {
    user.restrictedByAdmin = restricted;
    if (!restricted) {
      user.restrictedByAdminReason = null;
      user.restrictedByAdminPrivateDetails = null;
    }
  }

  /** The old channel is only demoted: it stays, and stays good for signing in. */
  private void applyPrimaryEmail(StackAuthUser user) {
    Optional<String> wanted = emailAfter(user);
    if (wanted.isEmpty()) {
      user.primaryEmailId = null;
      return;
    }
    boolean auth = authAfter(user);
    Optional<Address> known = user.address(Address.Kind.EMAIL, wanted.get());
    Address primary = known.orElseGet(() -> Emails.channel(project, wanted.get(), false, false));
    if (known.isEmpty()) {
      project.users().addAddress(user, primary);
    }
    user.primaryEmailId = primary.id();
    project.users().changeIdentifying(user, primary, auth);
    on("primary_email_verified", value -> primary.verified(value.booleanValue()));
  }

  /** The primary address after the change, normalised. */
  private Optional<String> emailAfter(StackAuthUser user) {
    JsonNode given = fields.get("primary_email");
    if (given == null) {
      return user.primaryEmail().map(Address::value);
    }
    return given.isNull() ? Optional.empty() : Optional.of(Emails.normalized(given.textValue()));
  }

  /** Whether the primary address signs in after the change; a new one inherits from the old. */
  private boolean authAfter(StackAuthUser user) {
    return fields.has("primary_email_auth_enabled")
        ? isTrue("primary_email_auth_enabled")
        : user.primaryEmail().map(Address::identifying).orElse(false);
  }

  private void on(String field, Consumer<JsonNode> change) {
    JsonNode value = fields.get(field);
    if (value != null) {
      change.accept(value);
    }
  }

  private boolean isTrue(String field) {
    return fields.path(field).booleanValue();
  }

  private boolean isNull(String field) {
    return fields.path(field).isNull();
  }
}
