package dev.keyway.emulator.internal.stackauth.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import dev.keyway.emulator.internal.webauthn.StoredCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a Stack Auth project. Addresses are contact channels; one that identifies is "used for
 * auth". Its fields are plain state: whoever holds the project's lock may change them.
 */
public final class StackAuthUser extends User {
  public @Nullable String displayName;
  public @Nullable String profileImageUrl;
  public JsonNode clientMetadata = NullNode.getInstance();
  public JsonNode clientReadOnlyMetadata = NullNode.getInstance();
  public JsonNode serverMetadata = NullNode.getInstance();
  public @Nullable String primaryEmailId;
  public @Nullable String selectedTeamId;
  public Instant lastActiveAt;
  public boolean otpEnabled;
  @Nullable StoredCredential passkey;
  public byte @Nullable [] totpSecret;
  public boolean anonymous;
  public boolean restrictedByAdmin;
  public @Nullable String restrictedByAdminReason;
  public @Nullable String restrictedByAdminPrivateDetails;
  public @Nullable String countryCode;
  public int botScore;
  public int freeTrialAbuseScore;

  /** Social accounts, oldest first. They change through {@link OAuthAccounts} only. */
  public final List<OAuthAccount> oauthAccounts = new ArrayList<>();

  public StackAuthUser(String id, Instant signedUpAt) {
    super(id, signedUpAt);
    this.lastActiveAt = signedUpAt;
  }

  /** The same user, to be changed apart from {@code other}. */
  StackAuthUser(StackAuthUser other) {
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
  public Optional<Address> primaryEmail() {
    return Optional.ofNullable(primaryEmailId).flatMap(this::address);
  }

  public boolean primaryEmailVerified() {
    return primaryEmail().map(Address::verified).orElse(false);
  }

  /** The passkey; {@link Passkeys} changes it. */
  public Optional<StoredCredential> passkey() {
    return Optional.ofNullable(passkey);
  }

  public boolean requiresTotp() {
    return totpSecret != null;
  }
}
