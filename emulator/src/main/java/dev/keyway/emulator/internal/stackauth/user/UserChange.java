package dev.keyway.emulator.internal.stackauth.user;

import static dev.keyway.emulator.internal.stackauth.user.UserFields.BOT;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.EMAIL_AUTH;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.EMAIL_VERIFIED;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.FREE_TRIAL_ABUSE;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.OTP_ENABLED;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.PASSKEY_ENABLED;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.PASSWORD;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.PASSWORD_HASH;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.PRIMARY_EMAIL;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.RESTRICTED;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.RESTRICTED_DETAILS;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.RESTRICTED_REASON;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.RISK_SCORES;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.SIGN_UP;
import static dev.keyway.emulator.internal.stackauth.user.UserFields.TOTP_SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.password.Bcrypt;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Password;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a user, new or old: first everything is checked, in the service's order, then it is
 * done. A field that is absent stays as it is.
 */
final class UserChange {
  private static final int MAX_BCRYPT_COST = 16;

  private final StackAuthProject project;
  private final StackAuthCall call;
  private final @Nullable Password password;

  private UserChange(StackAuthProject project, StackAuthCall call, @Nullable Password password) {
    this.project = project;
    this.call = call;
    this.password = password;
  }

  /** Reads the fields that are judged before the user is even looked for. */
  static UserChange read(StackAuthCall call) {
    StackAuthProject project = call.project();
    Optional<String> plain = call.find(PASSWORD);
    Optional<String> hash = call.find(PASSWORD_HASH);
    if (plain.isPresent() && hash.isPresent()) {
      throw StackAuthFailure.text(
          400, "Cannot set both password and password_hash at the same time.");
    }
    Password password = plain.map(text -> PasswordRules.hashed(project, text)).orElse(null);
    if (hash.isPresent()) {
      password =
          new Password(
              project.context().random().uuid(), project.imported(read(hash.get())), false);
    }
    return new UserChange(project, call, password);
  }

  private static PasswordHash read(String hash) {
    try {
      return Bcrypt.parse(hash, MAX_BCRYPT_COST);
    } catch (PasswordHash.Malformed e) {
      throw StackAuthFailure.text(
              400,
              "Invalid password hash. Make sure it's a supported algorithm in Modular Crypt Format.")
          .meaning("INVALID_ARGUMENT");
    }
  }

  /** Checks what is true of new and old users alike: the primary address. */
  void checkPrimaryEmail(StackAuthUser user) {
    Optional<String> email = emailAfter(user);
    if (email.isEmpty() && call.isSet(EMAIL_AUTH)) {
      throw StackAuthFailure.text(
          400, "primary_email_auth_enabled cannot be true without primary_email");
    }
    if (email.isEmpty() && call.isSet(EMAIL_VERIFIED)) {
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
        throw StackAuthFailure.uncaught("A password needs a primary e-mail.");
      }
      checkPassword();
    }
  }

  void checkOtp(StackAuthUser user) {
    if (call.isSet(OTP_ENABLED) && !user.otpEnabled && !project.settings().magicLinkEnabled()) {
      throw StackAuthFailure.text(400, "OTP auth not enabled in the project")
          .meaning("METHOD_DISABLED");
    }
  }

  void checkPasskey() {
    if (call.isSet(PASSKEY_ENABLED)) {
      throw StackAuthFailure.text(
          400,
          "Cannot manually enable passkey auth, it is enabled iff there is a passkey auth method");
    }
  }

  void checkPassword() {
    if (password != null && !project.settings().credentialEnabled()) {
      throw StackAuthFailure.text(400, "Password auth not enabled in the project")
          .meaning("METHOD_DISABLED");
    }
  }

  /** Changes a user who is among the project's users. */
  void applyTo(StackAuthUser user) {
    applyProfile(user);
    applyPrimaryEmail(user);
    call.find(OTP_ENABLED).ifPresent(enabled -> user.otpEnabled = enabled);
    if (call.has(PASSKEY_ENABLED)) {
      project.passkeys().drop(user);
    }
    if (password != null || isNull(PASSWORD)) {
      user.password(password);
    }
  }

  /** The second factor; not part of making a user, where the service stores it to no effect. */
  void applyTotp(StackAuthUser user) {
    if (call.has(TOTP_SECRET)) {
      user.totpSecret = call.find(TOTP_SECRET).map(Base64.getDecoder()::decode).orElse(null);
    }
  }

  /** Whether a password is set or taken away. */
  boolean touchesPassword() {
    return password != null || isNull(PASSWORD);
  }

  private void applyProfile(StackAuthUser user) {
    // Who writes back what the picture is shown as changes nothing.
    Optional<String> picture = UploadedPictures.shown(project, user);
    ObjectNode fields = call.tree();
    Attributes changed = user.attributes();
    for (Attribute<?> row : StackAuthUserRows.ALL.all()) {
      Optional<JsonNode> value = row.wire().map(field -> fields.get(field.name()));
      boolean same =
          row == StackAuthUserRows.PROFILE_IMAGE_URL
              && picture.isPresent()
              && picture.equals(value.map(JsonNode::textValue));
      if (value.isPresent() && !same) {
        changed = changed.with(row.name(), PlainValues.of(value.get()));
      }
    }
    user.attributes(changed);
    call.find(RESTRICTED).ifPresent(restricted -> restrict(user, restricted));
    if (call.has(RESTRICTED_REASON)) {
      user.restrictedByAdminReason = call.find(RESTRICTED_REASON).orElse(null);
    }
    if (call.has(RESTRICTED_DETAILS)) {
      user.restrictedByAdminPrivateDetails = call.find(RESTRICTED_DETAILS).orElse(null);
    }
    call.find(RISK_SCORES)
        .map(scores -> scores.get(SIGN_UP))
        .ifPresent(
            signUp -> {
              user.set(StackAuthUserRows.BOT_SCORE, signUp.get(BOT));
              user.set(StackAuthUserRows.FREE_TRIAL_ABUSE_SCORE, signUp.get(FREE_TRIAL_ABUSE));
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
    call.find(EMAIL_VERIFIED).ifPresent(primary::verified);
  }

  /** The primary address after the change, normalised. */
  private Optional<String> emailAfter(StackAuthUser user) {
    return call.has(PRIMARY_EMAIL)
        ? call.find(PRIMARY_EMAIL).map(Emails::normalized)
        : user.primaryEmail().map(Address::value);
  }

  /** Whether the primary address signs in after the change; a new one inherits from the old. */
  private boolean authAfter(StackAuthUser user) {
    return call.find(EMAIL_AUTH)
        .or(() -> user.primaryEmail().map(Address::identifying))
        .orElse(false);
  }

  private boolean isNull(Field<?> field) {
    return call.has(field) && call.find(field).isEmpty();
  }
}
