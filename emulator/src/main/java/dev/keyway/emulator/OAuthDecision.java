package dev.keyway.emulator;

import java.util.Objects;

/** What a person does on the page of a social provider. */
public sealed interface OAuthDecision {
  /** Agrees, as the owner of {@code account}. */
  static OAuthDecision approve(SocialAccount account) {
    return new Approve(account);
  }

  /** Declines: the provider reports {@code access_denied} (RFC 6749 section 4.1.2.1). */
  static OAuthDecision deny() {
    return new Fail("access_denied", "The person declined.");
  }

  /** The provider reports an error, for example {@code server_error}. */
  static OAuthDecision error(String code, String description) {
    return new Fail(code, description);
  }

  /**
   * Agrees.
   *
   * @param account as whom
   */
  record Approve(SocialAccount account) implements OAuthDecision {
    /** Checks that there is one. */
    public Approve {
      Objects.requireNonNull(account, "account");
    }
  }

  /**
   * Comes back with an error.
   *
   * @param code as in RFC 6749 section 4.1.2.1
   * @param description for people
   */
  record Fail(String code, String description) implements OAuthDecision {
    /** Checks that nothing is missing. */
    public Fail {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(description, "description");
    }
  }
}
