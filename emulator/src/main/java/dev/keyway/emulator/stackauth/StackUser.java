package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.Person;
import dev.keyway.emulator.factor.StoredCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a Stack Auth project. Addresses are contact channels; one that identifies is "used for
 * auth". Its fields are plain state: whoever holds the project's lock may change them.
 */
final class StackUser extends Person {
  @Nullable String displayName;
  @Nullable String profileImageUrl;
  JsonNode clientMetadata = NullNode.getInstance();
  JsonNode clientReadOnlyMetadata = NullNode.getInstance();
  JsonNode serverMetadata = NullNode.getInstance();
  @Nullable String primaryEmailId;
  @Nullable String selectedTeamId;
  Instant lastActiveAt;
  boolean otpEnabled;
  @Nullable StoredCredential passkey;
  byte @Nullable [] totpSecret;
  boolean anonymous;
  boolean restrictedByAdmin;
  @Nullable String restrictedByAdminReason;
  @Nullable String restrictedByAdminPrivateDetails;
  @Nullable String countryCode;
  int botScore;
  int freeTrialAbuseScore;

  /** Social accounts, oldest first. They change through {@link OAuthAccounts} only. */
  final List<OAuthAccount> oauthAccounts = new ArrayList<>();

  StackUser(String id, Instant signedUpAt) {
    super(id, signedUpAt);
    this.lastActiveAt = signedUpAt;
  }

  /** The same user, to be changed apart from {@code other}. */
  StackUser(StackUser other) {
    super(other);
    this.displayName = other.displayName;
    this.profileImageUrl = other.profileImageUrl;
    this.clientMetadata = other.clientMetadata.deepCopy();
    this.clientReadOnlyMetadata = other.clientReadOnlyMetadata.deepCopy();
    this.serverMetadata = other.serverMetadata.deepCopy();
    this.primaryEmailId = other.primaryEmailId;
    this.selectedTeamId = other.selectedTeamId;
    this.lastActiveAt = other.lastActiveAt;
    this.otpEnabled = other.otpEnabled;
    this.passkey = other.passkey;
    this.totpSecret = other.totpSecret == null ? null : other.totpSecret.clone();
    this.anonymous = other.anonymous;
    this.restrictedByAdmin = other.restrictedByAdmin;
    this.restrictedByAdminReason = other.restrictedByAdminReason;
    this.restrictedByAdminPrivateDetails = other.restrictedByAdminPrivateDetails;
    this.countryCode = other.countryCode;
    this.botScore = other.botScore;
    this.freeTrialAbuseScore = other.freeTrialAbuseScore;
    this.oauthAccounts.addAll(other.oauthAccounts);
  }

  /** The primary e-mail channel, verified or not. */
  Optional<Address> primaryEmail() {
    return Optional.ofNullable(primaryEmailId).flatMap(this::address);
  }

  boolean primaryEmailVerified() {
    return primaryEmail().map(Address::verified).orElse(false);
  }

  /** The passkey; {@link Passkeys} changes it. */
  Optional<StoredCredential> passkey() {
    return Optional.ofNullable(passkey);
  }

  boolean requiresTotp() {
    return totpSecret != null;
  }
}
