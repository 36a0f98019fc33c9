package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
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
  private Attributes attributes = Attributes.usual(StackAuthUserRows.ALL);
  public @Nullable String primaryEmailId;
  public Instant lastActiveAt;
  public boolean otpEnabled;
  @Nullable StoredCredential passkey;
  public byte @Nullable [] totpSecret;
  public boolean anonymous;
  public boolean restrictedByAdmin;
  public @Nullable String restrictedByAdminReason;
  public @Nullable String restrictedByAdminPrivateDetails;

  /** Social accounts, oldest first. They change through {@link OAuthAccounts} only. */
  public final List<OAuthAccount> oauthAccounts = new ArrayList<>();

  public StackAuthUser(String id, Instant signedUpAt) {
    super(id, signedUpAt);
    this.lastActiveAt = signedUpAt;
  }

  /** The same user, to be changed apart from {@code other}. */
  StackAuthUser(StackAuthUser other) {
    super(other);
    this.attributes = other.attributes;
    this.primaryEmailId = other.primaryEmailId;
    this.lastActiveAt = other.lastActiveAt;
    this.otpEnabled = other.otpEnabled;
    this.passkey = other.passkey;
    this.totpSecret = other.totpSecret == null ? null : other.totpSecret.clone();
    this.anonymous = other.anonymous;
    this.restrictedByAdmin = other.restrictedByAdmin;
    this.restrictedByAdminReason = other.restrictedByAdminReason;
    this.restrictedByAdminPrivateDetails = other.restrictedByAdminPrivateDetails;
    this.oauthAccounts.addAll(other.oauthAccounts);
  }

  /** What is a plain value. */
  public Attributes attributes() {
    return attributes;
  }

  /** Changes what are plain values. */
  public void attributes(Attributes changed) {
    attributes = changed;
  }

  public <T> T get(Attribute<T> row) {
    return attributes.get(row);
  }

  public <T> void set(Attribute<T> row, T value) {
    attributes = attributes.with(row, value);
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
