package dev.keyway.providers.stackauth.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an e-mail address is used for, as far as it is said. Immutable. */
public final class ContactChannelFields {

  private static final ContactChannelFields NONE = new ContactChannelFields(null, null, null);

  private final @Nullable Boolean usedForAuth;
  private final @Nullable Boolean primary;
  private final @Nullable Boolean verified;

  private ContactChannelFields(
      @Nullable Boolean usedForAuth, @Nullable Boolean primary, @Nullable Boolean verified) {
    this.usedForAuth = usedForAuth;
    this.primary = primary;
    this.verified = verified;
  }

  /** Nothing said. */
  public static ContactChannelFields none() {
    return NONE;
  }

  /** Whether the user may sign in with it. Default at the making: no. */
  public Optional<Boolean> usedForAuth() {
    return Optional.ofNullable(usedForAuth);
  }

  /** Whether the user is known by it; another one that was stops being it. Default: no. */
  public Optional<Boolean> primary() {
    return Optional.ofNullable(primary);
  }

  /** Whether it counts as proved. Default at the making: no. */
  public Optional<Boolean> verified() {
    return Optional.ofNullable(verified);
  }

  /** The same with {@link #usedForAuth()}. */
  public ContactChannelFields usedForAuth(boolean usedForAuth) {
    return new ContactChannelFields(usedForAuth, primary, verified);
  }

  /** The same with {@link #primary()}. */
  public ContactChannelFields primary(boolean primary) {
    return new ContactChannelFields(usedForAuth, primary, verified);
  }

  /** The same with {@link #verified()}. */
  public ContactChannelFields verified(boolean verified) {
    return new ContactChannelFields(usedForAuth, primary, verified);
  }
}
