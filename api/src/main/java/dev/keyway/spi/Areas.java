package dev.keyway.spi;

import dev.keyway.Machines;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;
import dev.keyway.Webhooks;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The areas that a provider has.
 *
 * <pre>{@code
 * Areas.builder().passwords(new AcmePasswords(api)).sessions(new AcmeSessions(api)).build()
 * }</pre>
 *
 * <p>An area that was left out is one whose every call answers {@link
 * dev.keyway.ErrorCode#UNSUPPORTED}. Immutable.
 */
public final class Areas {

  private final Map<Class<?>, Object> given;

  private Areas(Map<Class<?>, Object> given) {
    this.given = Map.copyOf(given);
  }

  /** A builder without any area. */
  public static Builder builder() {
    return new Builder(Map.of());
  }

  /** A builder that begins with these areas, to put another in the place of one of them. */
  public Builder toBuilder() {
    return new Builder(given);
  }

  /** E-mail address and password. */
  public Passwords passwords() {
    return get(Passwords.class, () -> new Passwords() {});
  }

  /** One-time codes. */
  public Otps otps() {
    return get(Otps.class, () -> new Otps() {});
  }

  /** Mailed links. */
  public MagicLinks magicLinks() {
    return get(MagicLinks.class, () -> new MagicLinks() {});
  }

  /** Identity providers. */
  public OAuth oauth() {
    return get(OAuth.class, () -> new OAuth() {});
  }

  /** Passkeys. */
  public Passkeys passkeys() {
    return get(Passkeys.class, () -> new Passkeys() {});
  }

  /** Authenticator apps. */
  public Totp totp() {
    return get(Totp.class, () -> new Totp() {});
  }

  /** The second half of a sign-in. */
  public SecondFactor secondFactor() {
    return get(SecondFactor.class, () -> new SecondFactor() {});
  }

  /** Sessions. */
  public Sessions sessions() {
    return get(Sessions.class, () -> new Sessions() {});
  }

  /** Users. */
  public Users users() {
    return get(Users.class, () -> new Users() {});
  }

  /** Events that the provider posts to the application. */
  public Webhooks webhooks() {
    return get(Webhooks.class, () -> new Webhooks() {});
  }

  /** Programs that call the application. */
  public Machines machines() {
    return get(Machines.class, () -> new Machines() {});
  }

  private <A> A get(Class<A> area, Supplier<A> absent) {
    Object found = given.get(area);
    return found == null ? absent.get() : area.cast(found);
  }

  /** The names of the areas that were given, in alphabetical order. */
  @Override
  public String toString() {
    return "Areas" + given.keySet().stream().map(Class::getSimpleName).sorted().toList();
  }

  /** Builds {@link Areas}. Each method sets one area; default: the provider does not have it. */
  public static final class Builder {

    private final Map<Class<?>, Object> given;

    private Builder(Map<Class<?>, Object> given) {
      this.given = new HashMap<>(given);
    }

    /** Sets {@link Areas#passwords()}. */
    public Builder passwords(Passwords passwords) {
      return put(Passwords.class, passwords);
    }

    /** Sets {@link Areas#otps()}. */
    public Builder otps(Otps otps) {
      return put(Otps.class, otps);
    }

    /** Sets {@link Areas#magicLinks()}. */
    public Builder magicLinks(MagicLinks magicLinks) {
      return put(MagicLinks.class, magicLinks);
    }

    /** Sets {@link Areas#oauth()}. */
    public Builder oauth(OAuth oauth) {
      return put(OAuth.class, oauth);
    }

    /** Sets {@link Areas#passkeys()}. */
    public Builder passkeys(Passkeys passkeys) {
      return put(Passkeys.class, passkeys);
    }

    /** Sets {@link Areas#totp()}. */
    public Builder totp(Totp totp) {
      return put(Totp.class, totp);
    }

    /** Sets {@link Areas#secondFactor()}. */
    public Builder secondFactor(SecondFactor secondFactor) {
      return put(SecondFactor.class, secondFactor);
    }

    /** Sets {@link Areas#sessions()}. */
    public Builder sessions(Sessions sessions) {
      return put(Sessions.class, sessions);
    }

    /** Sets {@link Areas#users()}. */
    public Builder users(Users users) {
      return put(Users.class, users);
    }

    /** Sets {@link Areas#webhooks()}. */
    public Builder webhooks(Webhooks webhooks) {
      return put(Webhooks.class, webhooks);
    }

    /** Sets {@link Areas#machines()}. */
    public Builder machines(Machines machines) {
      return put(Machines.class, machines);
    }

    private <A> Builder put(Class<A> type, A area) {
      given.put(type, Objects.requireNonNull(area, type::getSimpleName));
      return this;
    }

    /** The areas. */
    public Areas build() {
      return new Areas(given);
    }
  }
}
