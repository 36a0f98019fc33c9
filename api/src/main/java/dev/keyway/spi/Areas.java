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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  private static final Set<Class<?>> ALL =
      Set.of(
          Passwords.class,
          Otps.class,
          MagicLinks.class,
          OAuth.class,
          Passkeys.class,
          Totp.class,
          SecondFactor.class,
          Sessions.class,
          Users.class,
          Webhooks.class,
          Machines.class);

  private final Map<Class<?>, Given> given;

  private Areas(Map<Class<?>, Given> given) {
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
    Given found = given.get(area);
    return found == null ? absent.get() : area.cast(found.area());
  }

  /** An area, made or still to make. */
  private static final class Given {
    private final Supplier<?> making;
    private volatile @Nullable Object made;

    Given(Supplier<?> making) {
      this.making = making;
    }

    Object area() {
      Object area = made;
      return area == null ? make() : area;
    }

    private synchronized Object make() {
      Object area = made;
      if (area == null) {
        area = Objects.requireNonNull(making.get(), "area");
        made = area;
      }
      return area;
    }
  }

  /** The names of the areas that were given, in alphabetical order. */
  @Override
  public String toString() {
    return "Areas" + given.keySet().stream().map(Class::getSimpleName).sorted().toList();
  }

  /** Builds {@link Areas}. Each method sets one area; default: the provider does not have it. */
  public static final class Builder {

    private final Map<Class<?>, Given> given;

    private Builder(Map<Class<?>, Given> given) {
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

    /**
     * Sets an area that is made at its first call, once: an application that looks users up does
     * not wait for passkeys. The call has been checked by then, so none makes an area after the
     * client was closed, or one whose capability is not declared.
     *
     * @param type the area, such as {@code Users.class}
     * @param making makes it, and asks neither these areas nor a client for one, which could wait
     *     for each other for ever; what it throws is what the call fails with, as if the area had
     *     thrown it, and the next call tries again
     * @throws IllegalArgumentException if that is no area
     */
    public <A> Builder lazily(Class<A> type, Supplier<? extends A> making) {
      if (!ALL.contains(type)) {
        throw new IllegalArgumentException("Not an area: " + type.getName());
      }
      given.put(type, new Given(Objects.requireNonNull(making, "making")));
      return this;
    }

    private <A> Builder put(Class<A> type, A area) {
      Objects.requireNonNull(area, type::getSimpleName);
      return lazily(type, () -> area);
    }

    /** The areas. */
    public Areas build() {
      return new Areas(given);
    }
  }
}
