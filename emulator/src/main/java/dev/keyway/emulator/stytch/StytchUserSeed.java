package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.Attributed;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only Stytch knows of a user.
 *
 * @param attributes what is a plain value, by the key that a file has for it beside the others:
 *     {@code externalId}, {@code pending}, {@code roles}, …; the schema tells all of them
 */
public record StytchUserSeed(
    @Description("The user's id; default made from the first address.")
        @TextForm(
            says = "an id like user-test-<UUID>",
            pattern = "user-test-" + Format.Patterns.UUID)
        @Nullable String id,
    @Attributed(by = StytchUserForm.class) Map<String, Object> attributes,
    @Description("When the user was locked out.") @Nullable Instant lockedAt,
    @Description("Until when; needed where lockedAt is set.") @Nullable Instant lockedUntil,
    @Description("Sign-ins that have not ended.") List<Session> sessions,
    @Description("Crypto wallets.") List<Wallet> cryptoWallets,
    @Description("Keys of phones.") List<Biometric> biometricRegistrations,
    @Description("What the user allows connected apps, the first allowed before the others.")
        List<Consent> connectedApps) {

  /**
   * Checks the attributes, and leaves out what is usual.
   *
   * @throws IllegalArgumentException if there is no such attribute, or if it cannot be so; the
   *     message names it
   */
  public StytchUserSeed {
    attributes = Attributes.usual(StytchUserRows.OWN).with(attributes).brief();
  }

  /** The application's own id of the user, one of the attributes; unique in a world. */
  public Optional<String> externalId() {
    return Attributes.usual(StytchUserRows.OWN).with(attributes).get(StytchUserRows.EXTERNAL_ID);
  }

  /** Roles of the project's access policy, one of the attributes. */
  public List<String> roles() {
    return Attributes.usual(StytchUserRows.OWN).with(attributes).get(StytchUserRows.ROLES);
  }

  /** A crypto wallet. */
  public record Wallet(
      @Description("The kind of wallet; ethereum stands for every chain that signs as it does.")
          @TextForm(says = "ethereum or solana", pattern = "ethereum|solana")
          String type,
      @Description("The account's address.")
          @TextForm(
              says = "an address of an account of Ethereum or Solana",
              pattern = "0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44}")
          String address,
      @Description("Whether it signed in once; default true.") @Nullable Boolean verified,
      @Description("Its id.")
          @TextForm(
              says = "an id: a UUID after its kind and -test-",
              pattern = "([a-z]+-)+" + Format.Patterns.UUID)
          @Nullable String id) {}

  /** A key of a phone, as the service's mobile SDKs make it. */
  public record Biometric(
      @Description("Whether it was used once; default true.") @Nullable Boolean verified,
      @Description("Its id.")
          @TextForm(
              says = "an id: a UUID after its kind and -test-",
              pattern = "([a-z]+-)+" + Format.Patterns.UUID)
          @Nullable String id) {}

  /** What a user allows a connected app. */
  public record Consent(
      @Description("The app's client id.") String app,
      @Description("In the order in which they were allowed.") List<String> scopes) {}

  /** A sign-in. */
  public record Session(
      @Description(value = "The session token.", format = Format.TOKEN) @Nullable String token,
      @Description("The session's id.")
          @TextForm(
              says = "an id: a UUID, on Stytch after its kind and -test-",
              pattern = "([a-z]+-)*" + Format.Patterns.UUID)
          @Nullable String id,
      @Description("Default the world's time when the seed is loaded.") @Nullable Instant createdAt,
      @Description("Default when it began.") @Nullable Instant lastUsedAt,
      @Description("Default a year after it began.") @Nullable Instant expiresAt,
      @Description("Of the browser.") @Nullable String ipAddress,
      @Description("Of the browser.") @Nullable String userAgent,
      @Description("Claims of the application.") @Nullable Map<String, Object> customClaims,
      @Description("What was proved; default the user's password or first address.")
          @Nullable List<Factor> factors) {

    /** The id, no token. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }

  /** Something that was proved in a session, as the service shows it. */
  public record Factor(
      @Description("For example password.") String type,
      @Description("For example knowledge.") String deliveryMethod,
      @Description("The name of the object that tells which one, for example email_factor.")
          String detail,
      @Description("The fields of that object.") Map<String, Object> fields,
      @Description("When it was first proved; default when the session began.")
          @Nullable Instant createdAt,
      @Description("When it was last proved; default when it was first.")
          @Nullable Instant provedAt) {}
}
