package dev.keyway.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user of one of a world's two projects, as an onlooker sees them. A snapshot; holds no secret.
 *
 * @param provider the vendor, as {@link VendorService#id} says it
 * @param id the provider's own id of the user
 * @param displayName what they are called; null when they have no name
 * @param contacts e-mail addresses and phone numbers, oldest first
 * @param createdAt when they signed up, by the world's clock
 * @param locked whether they can't sign in or may do little, as {@link Accounts#lock} makes them
 * @param anonymous whether nobody knows who they are; not every vendor has such users
 * @param password whether they have a password
 * @param totp whether they have an authenticator app that was confirmed by a first code
 * @param passkeys their passkeys, oldest first
 * @param socials their accounts with social providers, oldest first
 * @param teams the teams that they are in, the oldest first; none where the vendor has no teams
 * @param resources what else they hold: API keys, crypto wallets, keys of phones, what they allowed
 *     connected apps; by kind, the oldest of each first
 * @param sessions their sessions that live now, oldest first
 */
public record Account(
    String provider,
    String id,
    @Nullable String displayName,
    List<Contact> contacts,
    Instant createdAt,
    boolean locked,
    boolean anonymous,
    boolean password,
    boolean totp,
    List<Passkey> passkeys,
    List<Social> socials,
    List<Team> teams,
    List<VendorService.Resource> resources,
    List<Login> sessions) {
  /** Copies the lists. */
  public Account {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(createdAt, "createdAt");
    contacts = List.copyOf(contacts);
    passkeys = List.copyOf(passkeys);
    socials = List.copyOf(socials);
    teams = List.copyOf(teams);
    resources = List.copyOf(resources);
    sessions = List.copyOf(sessions);
  }

  /**
   * A way to reach a user.
   *
   * @param kind mail or phone
   * @param value the address or number as the provider shows it
   * @param verified whether they proved to read it
   */
  public record Contact(Kind kind, String value, boolean verified) {
    /** Mail or phone. */
    public enum Kind {
      /** An e-mail address. */
      EMAIL,
      /** A phone number in E.164 form. */
      PHONE
    }
  }

  /**
   * A passkey.
   *
   * @param id the credential id, base64url
   * @param name given by its user; may be empty
   * @param createdAt when it was made, by the world's clock; null where the provider does not keep
   *     it
   */
  public record Passkey(String id, String name, @Nullable Instant createdAt) {}

  /**
   * An account with a social provider.
   *
   * @param provider for example {@code google}
   * @param subject the social provider's own id of the person
   * @param email their address there; null where the provider does not keep it
   */
  public record Social(String provider, String subject, @Nullable String email) {}

  /**
   * A team that a user is in.
   *
   * @param id the provider's own id of it
   * @param name what it is called; may be empty
   * @param permissions ids of what was granted to the user there, without what is contained in it
   */
  public record Team(String id, String name, List<String> permissions) {
    /** Copies the permissions. */
    public Team {
      permissions = List.copyOf(permissions);
    }
  }

  /**
   * A session.
   *
   * @param id the provider's own id of it
   * @param createdAt when it began
   * @param lastUsedAt when it was last used
   * @param expiresAt when it ends
   * @param factors what was proved, by the provider's words, for example {@code password}; empty
   *     where the vendor does not keep it
   */
  public record Login(
      String id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, List<String> factors) {
    /** Copies the factors. */
    public Login {
      factors = List.copyOf(factors);
    }
  }
}
