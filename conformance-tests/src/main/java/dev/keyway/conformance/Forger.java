package dev.keyway.conformance;

import dev.keyway.AccessToken;
import java.util.Set;

/** Makes access tokens that look like the provider's. */
public interface Forger {

  /** What is wrong with a token. Whatever is not named is as in the genuine one. */
  enum Flaw {
    /** Expired, and signed with the right key. */
    EXPIRED,
    /** Not valid yet, and signed with the right key. */
    NOT_YET_VALID,
    /** For another project, and signed with the right key. */
    WRONG_AUDIENCE,
    /** By another issuer, and signed with the right key. */
    WRONG_ISSUER,
    /** Signed with a key that the project never published. */
    UNKNOWN_KEY,
    /** Signed with a stranger's key under the id of the project's. */
    STOLEN_KEY_ID,
    /** With algorithm {@code none} and no signature (RFC 7518 section 3.6). */
    ALG_NONE,
    /** HMAC with the public key as the secret (RFC 8725 section 2.1). */
    HMAC_WITH_PUBLIC_KEY
  }

  /** The flaws that this forger can make; the project's own keys are not in everyone's reach. */
  Set<Flaw> flaws();

  /** A copy of the genuine token with one of {@link #flaws()}. */
  AccessToken forge(AccessToken genuine, Flaw flaw);
}
