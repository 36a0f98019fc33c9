package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account on one provider or on both. What only one provider knows stands under
 * its name. Ids of parts (an address, a password, …) can be pinned only for a user on one provider:
 * the providers' ids differ in form.
 */
public record UserSeed(
    @Description("Where the user has an account; default both.") @Nullable List<ProviderName> on,
    @Description("Full name.") @Nullable String name,
    @Description("Stytch's; default the first word of the name.") @Nullable String firstName,
    @Description("Stytch's.") @Nullable String middleName,
    @Description("Stytch's; default the rest of the name.") @Nullable String lastName,
    @Description("When the account was made; default the world's time when the seed is loaded.")
        @Nullable Instant createdAt,
    @Description("E-mail addresses, the primary one first.") List<Email> emails,
    @Description("Phone numbers; Stytch only.") List<Phone> phones,
    @Description("The password: plain, or its hash.") @Nullable Password password,
    @Description("The authenticator app.") @Nullable Totp totp,
    @Description("Passkeys; on Stack Auth at most one.") List<Passkey> passkeys,
    @Description("Accounts with social providers.") List<SocialAccount> socialAccounts,
    @Description("What the application keeps with the user.") @Nullable Metadata metadata,
    @Description(
            "Whether the user is locked out: restricted by an administrator on Stack Auth, locked for"
                + " a year on Stytch. Default false.")
        @Nullable Boolean locked,
    @Description("What only Stack Auth knows.") @Nullable StackAuthUserSeed stackauth,
    @Description("What only Stytch knows.") @Nullable StytchUserSeed stytch) {

  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final String ID = "an id: a UUID, on Stytch after its kind and -test-";

  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final String ID_PATTERN = "([a-z]+-)*" + Format.Patterns.UUID;

  /** The primary e-mail address, as Stack Auth has one. */
  public Optional<Email> primaryEmail() {
    int at = primaryEmailIndex();
    return at < 0 ? Optional.empty() : Optional.of(emails.get(at));
  }

  /** Whether the user has an account there. */
  public boolean isOn(ProviderName provider) {
    return on == null || on.contains(provider);
  }

  /** Which of the addresses is the primary one; -1 where each says that it is not. */
  public int primaryEmailIndex() {
    int first = -1;
    for (int i = 0; i < emails.size(); i++) {
      Boolean primary = emails.get(i).primary();
      if (Boolean.TRUE.equals(primary)) {
        return i;
      }
      if (primary == null && first < 0) {
        first = i;
      }
    }
    return first;
  }

  /** Addresses only: nothing that opens anything. */
  @Override
  public String toString() {
    return "UserSeed" + emails.stream().map(Email::address).toList();
  }

  /** An e-mail address. */
  public record Email(
      @Description(value = "The address.", format = Format.EMAIL) String address,
      @Description("Whether its owner proved to read it; default true.") @Nullable Boolean verified,
      @Description(
              "Whether it is the primary one; Stack Auth only. Default: the first that does not say"
                  + " false.")
          @Nullable Boolean primary,
      @Description(
              "Whether it signs in; Stack Auth only, on Stytch every address does. Default true.")
          @Nullable Boolean signIn,
      @Description("Its id.") @TextForm(says = ID, pattern = ID_PATTERN) @Nullable String id,
      @Description("When it was added; default when the account was made.")
          @Nullable Instant addedAt) {}

  /** A phone number. */
  public record Phone(
      @Description(value = "In E.164 form.", format = Format.PHONE) String number,
      @Description("Whether its owner proved to read it; default true.") @Nullable Boolean verified,
      @Description("Its id.") @TextForm(says = ID, pattern = ID_PATTERN) @Nullable String id,
      @Description("When it was added; default when the account was made.")
          @Nullable Instant addedAt) {}

  /** A password: exactly one of plain text and hash. */
  public record Password(
      @Description("The password itself.") @Nullable String plain,
      @Description(
              value = "Its hash, in modular crypt or PHC form; on Stack Auth bcrypt.",
              format = Format.PASSWORD_HASH)
          @Nullable String hash,
      @Description("Whether it must be replaced before it is accepted again; Stytch only.")
          @Nullable Boolean resetRequired,
      @Description("Its id.") @TextForm(says = ID, pattern = ID_PATTERN) @Nullable String id) {

    /** Nothing of it. */
    @Override
    public String toString() {
      return "Password[redacted]";
    }
  }

  /** An authenticator app. */
  public record Totp(
      @Description(value = "The shared secret.", format = Format.BASE32) String secret,
      @Description("Whether a first code was accepted; default true. Stytch only.")
          @Nullable Boolean verified,
      @Description(
              "Until when a first code must come; Stytch only. Default a day after it was made.")
          @Nullable Instant confirmBy,
      @Description(
              value = "Recovery codes that were not used; Stytch only.",
              format = Format.RECOVERY_CODE)
          List<String> recoveryCodes,
      @Description("Its id; Stytch only.") @TextForm(says = ID, pattern = ID_PATTERN)
          @Nullable String id,
      @Description("What sessions call the recovery codes; Stytch only.")
          @TextForm(says = ID, pattern = ID_PATTERN)
          @Nullable String recoveryId) {

    /** Nothing of it. */
    @Override
    public String toString() {
      return "Totp[redacted]";
    }
  }

  /** A passkey, as a server keeps it. */
  public record Passkey(
      @Description(value = "The credential id.", format = Format.BASE64URL) String credentialId,
      @Description(value = "The public key as a COSE_Key.", format = Format.BASE64URL)
          String publicKey,
      @Description("The last counter seen; default 0.") @Nullable Long signCount,
      @Description(
              value = "user.id of the registration; default the user's id.",
              format = Format.BASE64URL)
          @Nullable String userHandle,
      @Description(value = "The authenticator's model; default zero.", format = Format.UUID)
          @Nullable String aaguid,
      @Description("How the authenticator can be reached.") List<String> transports,
      @Description("Whether the key may be synchronised; default false.")
          @Nullable Boolean backupEligible,
      @Description("Whether it is at present; default false.") @Nullable Boolean backedUp,
      @Description(
              value = "The relying party's id; Stytch only, needed there.",
              format = Format.DOMAIN)
          @Nullable String domain,
      @Description("Given by the user; Stytch only.") @Nullable String name,
      @Description("Of the browser that made it; Stytch only.") @Nullable String userAgent,
      @Description("platform or cross-platform; Stytch only.") @Nullable String authenticatorType,
      @Description("The registration's id; Stytch only.") @TextForm(says = ID, pattern = ID_PATTERN)
          @Nullable String id) {}

  /** A user's account with a social provider. Its tokens are no part of a seed. */
  public record SocialAccount(
      @Description(value = "For example google.", format = Format.SOCIAL_PROVIDER) String provider,
      @Description("The provider's own id of the person.") String subject,
      @Description(value = "Their address there; Stack Auth only.", format = Format.EMAIL)
          @Nullable String email,
      @Description("Whether it signs in; Stack Auth only. Default true.") @Nullable Boolean signIn,
      @Description("Whether the provider's tokens may be had; Stack Auth only. Default true.")
          @Nullable Boolean connected,
      @Description("When the user got it; Stack Auth only. Default when the account was made.")
          @Nullable Instant addedAt,
      @Description("Stytch only.") @Nullable String pictureUrl,
      @Description("Stytch only.") @Nullable String locale,
      @Description("Its id.") @TextForm(says = ID, pattern = ID_PATTERN) @Nullable String id) {}

  /** What the application keeps with a user, by who may do what with it. */
  public record Metadata(
      @Description(
              "Users read and write it: Stack Auth's client metadata, Stytch's untrusted metadata.")
          @Nullable Object userWritable,
      @Description(
              "Users read it: Stack Auth's client read-only metadata, Stytch's trusted metadata.")
          @Nullable Object userReadable,
      @Description("Servers only: Stack Auth's server metadata. Stytch has none.")
          @Nullable Object serverOnly) {}
}
