package dev.keyway.emulator.seed;

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
    @Says("Where the user has an account; default both.") @Nullable List<ProviderName> on,
    @Says("Full name.") @Nullable String name,
    @Says("Stytch's; default the first word of the name.") @Nullable String firstName,
    @Says("Stytch's.") @Nullable String middleName,
    @Says("Stytch's; default the rest of the name.") @Nullable String lastName,
    @Says("When the account was made; default the world's time when the seed is loaded.")
        @Nullable Instant createdAt,
    @Says("E-mail addresses, the primary one first.") List<Email> emails,
    @Says("Phone numbers; Stytch only.") List<Phone> phones,
    @Says("The password: plain, or its hash.") @Nullable Password password,
    @Says("The authenticator app.") @Nullable Totp totp,
    @Says("Passkeys; on Stack Auth at most one.") List<Passkey> passkeys,
    @Says("Accounts with social providers.") List<SocialAccount> socialAccounts,
    @Says("What the application keeps with the user.") @Nullable Metadata metadata,
    @Says(
            "Whether the user is locked out: restricted by an administrator on Stack Auth, locked for"
                + " a year on Stytch. Default false.")
        @Nullable Boolean locked,
    @Says("What only Stack Auth knows.") @Nullable StackAuthUserSeed stackauth,
    @Says("What only Stytch knows.") @Nullable StytchUserSeed stytch) {

  /** The primary e-mail address, as Stack Auth has one. */
  public Optional<Email> primaryEmail() {
    int at = primaryEmailIndex();
    return at < 0 ? Optional.empty() : Optional.of(emails.get(at));
  }

  /** Addresses only: nothing that opens anything. */
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

  @Override
  public String toString() {
    return "UserSeed" + emails.stream().map(Email::address).toList();
  }

  /** An e-mail address. */
  public record Email(
      @Says(value = "The address.", form = Form.EMAIL) String address,
      @Says("Whether its owner proved to read it; default true.") @Nullable Boolean verified,
      @Says(
              "Whether it is the primary one; Stack Auth only. Default: the first that does not say"
                  + " false.")
          @Nullable Boolean primary,
      @Says("Whether it signs in; Stack Auth only, on Stytch every address does. Default true.")
          @Nullable Boolean signIn,
      @Says(value = "Its id.", form = Form.PART_ID) @Nullable String id,
      @Says("When it was added; default when the account was made.") @Nullable Instant addedAt) {}

  /** A phone number. */
  public record Phone(
      @Says(value = "In E.164 form.", form = Form.PHONE) String number,
      @Says("Whether its owner proved to read it; default true.") @Nullable Boolean verified,
      @Says(value = "Its id.", form = Form.PART_ID) @Nullable String id,
      @Says("When it was added; default when the account was made.") @Nullable Instant addedAt) {}

  /** A password: exactly one of plain text and hash. */
  public record Password(
      @Says("The password itself.") @Nullable String plain,
      @Says(
              value = "Its hash, in modular crypt or PHC form; on Stack Auth bcrypt.",
              form = Form.PASSWORD_HASH)
          @Nullable String hash,
      @Says("Whether it must be replaced before it is accepted again; Stytch only.")
          @Nullable Boolean resetRequired,
      @Says(value = "Its id.", form = Form.PART_ID) @Nullable String id) {

    /** Nothing of it. */
    @Override
    public String toString() {
      return "Password[redacted]";
    }
  }

  /** An authenticator app. */
  public record Totp(
      @Says(value = "The shared secret.", form = Form.BASE32) String secret,
      @Says("Whether a first code was accepted; default true. Stytch only.")
          @Nullable Boolean verified,
      @Says("Until when a first code must come; Stytch only. Default a day after it was made.")
          @Nullable Instant confirmBy,
      @Says(value = "Recovery codes that were not used; Stytch only.", form = Form.RECOVERY_CODE)
          List<String> recoveryCodes,
      @Says(value = "Its id; Stytch only.", form = Form.PART_ID) @Nullable String id,
      @Says(value = "What sessions call the recovery codes; Stytch only.", form = Form.PART_ID)
          @Nullable String recoveryId) {

    /** Nothing of it. */
    @Override
    public String toString() {
      return "Totp[redacted]";
    }
  }

  /** A passkey, as a server keeps it. */
  public record Passkey(
      @Says(value = "The credential id.", form = Form.BASE64URL) String credentialId,
      @Says(value = "The public key as a COSE_Key.", form = Form.BASE64URL) String publicKey,
      @Says("The last counter seen; default 0.") @Nullable Long signCount,
      @Says(value = "user.id of the registration; default the user's id.", form = Form.BASE64URL)
          @Nullable String userHandle,
      @Says(value = "The authenticator's model; default zero.", form = Form.UUID)
          @Nullable String aaguid,
      @Says("How the authenticator can be reached.") List<String> transports,
      @Says("Whether the key may be synchronised; default false.") @Nullable Boolean backupEligible,
      @Says("Whether it is at present; default false.") @Nullable Boolean backedUp,
      @Says(value = "The relying party's id; Stytch only, needed there.", form = Form.DOMAIN)
          @Nullable String domain,
      @Says("Given by the user; Stytch only.") @Nullable String name,
      @Says("Of the browser that made it; Stytch only.") @Nullable String userAgent,
      @Says("platform or cross-platform; Stytch only.") @Nullable String authenticatorType,
      @Says(value = "The registration's id; Stytch only.", form = Form.PART_ID)
          @Nullable String id) {}

  /** A user's account with a social provider. Its tokens are no part of a seed. */
  public record SocialAccount(
      @Says(value = "For example google.", form = Form.SOCIAL_PROVIDER) String provider,
      @Says("The provider's own id of the person.") String subject,
      @Says(value = "Their address there; Stack Auth only.", form = Form.EMAIL)
          @Nullable String email,
      @Says("Whether it signs in; Stack Auth only. Default true.") @Nullable Boolean signIn,
      @Says("Whether the provider's tokens may be had; Stack Auth only. Default true.")
          @Nullable Boolean connected,
      @Says("When the user got it; Stack Auth only. Default when the account was made.")
          @Nullable Instant addedAt,
      @Says("Stytch only.") @Nullable String pictureUrl,
      @Says("Stytch only.") @Nullable String locale,
      @Says(value = "Its id.", form = Form.PART_ID) @Nullable String id) {}

  /** What the application keeps with a user, by who may do what with it. */
  public record Metadata(
      @Says("Users read and write it: Stack Auth's client metadata, Stytch's untrusted metadata.")
          @Nullable Object userWritable,
      @Says("Users read it: Stack Auth's client read-only metadata, Stytch's trusted metadata.")
          @Nullable Object userReadable,
      @Says("Servers only: Stack Auth's server metadata. Stytch has none.")
          @Nullable Object serverOnly) {}
}
