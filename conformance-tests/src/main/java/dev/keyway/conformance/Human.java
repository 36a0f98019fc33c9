package dev.keyway.conformance;

import dev.keyway.EmailAddress;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import java.net.URI;
import java.util.Optional;

/** The person at the browser, with a phone and an authenticator at hand. */
public interface Human {

  /**
   * Opens a link that was mailed, in a browser.
   *
   * @return the URI of the application where the browser ends up
   */
  URI follow(URI link);

  /** The identity provider's pages. Empty: the rules of OAuth are skipped. */
  default Optional<Consent> consent() {
    return Optional.empty();
  }

  /** A new, empty passkey authenticator. Empty: the rules of passkeys are skipped. */
  default Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  /** An authenticator app. Empty: the rules of TOTP are skipped. */
  default Optional<TotpApp> totpApp() {
    return Optional.empty();
  }

  /**
   * What a person can do at an identity provider. Each call goes to an authorization's location and
   * gives where the browser ends up at the application; empty when the person was shown an error on
   * the way and sent nowhere.
   */
  interface Consent {

    /** An identity provider that the project has switched on. */
    OAuthProviderId provider();

    /** A scope that the identity provider grants, besides those asked for anyway. */
    default String scope() {
      return "calendar";
    }

    /** Agrees, as the owner of this address. */
    Optional<URI> approve(URI location, EmailAddress as);

    /** Declines. */
    Optional<URI> deny(URI location);

    /** Wants to agree, but the identity provider fails. */
    Optional<URI> fail(URI location);
  }

  /** A passkey authenticator behind a browser at {@link #origin()}. */
  interface Authenticator {

    /** The origin of the page that the person looks at. */
    URI origin();

    /** What {@code navigator.credentials.create} answers, as JSON. */
    String create(String optionsJson);

    /** What {@code navigator.credentials.get} answers, as JSON. */
    String get(String optionsJson);

    /** The same authenticator, which from now on misbehaves. */
    Authenticator misbehaving(Misbehaviour how);

    /** Another authenticator without any passkey. */
    Authenticator another();
  }

  /** How an authenticator or a browser in wrong hands misbehaves. */
  enum Misbehaviour {
    /** Answers for another domain. */
    WRONG_RELYING_PARTY,
    /** Shows the page of another origin. */
    WRONG_ORIGIN,
    /** Answers another challenge. */
    WRONG_CHALLENGE,
    /** Calls a registration an assertion, and the other way round. */
    WRONG_TYPE,
    /** Signs wrongly. */
    BAD_SIGNATURE,
    /** Counts backwards. */
    COUNTER_BACK,
    /** Claims that nobody was there. */
    NO_USER_PRESENCE
  }

  /** An authenticator app. */
  interface TotpApp {

    /** The code that the app shows now for this {@code otpauth} URI. */
    String code(Secret otpauthUri);

    /** The code that it will show, or showed, some periods from now. */
    String codeAfter(Secret otpauthUri, int periods);
  }
}
