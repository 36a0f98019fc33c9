package dev.keyway.conformance;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The conformance suite. A provider runs it with one class:
 *
 * <pre>{@code
 * class AcmeConformanceTest extends AuthConformance {
 *   @Override
 *   protected AuthHarness openHarness(TestInfo test) {
 *     return new AcmeHarness();
 *   }
 * }
 * }</pre>
 *
 * <p>Rules run in parallel where JUnit is configured so; each has a harness of its own. A rule's
 * name begins with its id, which {@code RULES.md} explains.
 *
 * <p>It needs JUnit 5.10 or newer.
 */
@DisplayNameGeneration(RuleNames.class)
@ExtendWith(RequiredJUnit.class)
@Execution(ExecutionMode.CONCURRENT)
public abstract class AuthConformance {

  /** For subclasses. */
  protected AuthConformance() {}

  /**
   * Opens a project of its own for one rule.
   *
   * @param test the rule's test
   * @return closed by the suite when the rule has run
   */
  protected abstract AuthHarness openHarness(TestInfo test);

  /** Signing up and in with a password. */
  @Nested
  class Passwords extends PasswordRules {
    Passwords() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Changing and setting passwords. */
  @Nested
  class PasswordChanges extends PasswordChangeRules {
    PasswordChanges() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Forgotten passwords. */
  @Nested
  class PasswordResets extends PasswordResetRules {
    PasswordResets() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Password hashes from elsewhere. */
  @Nested
  class PasswordImports extends PasswordImportRules {
    PasswordImports() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** One-time codes by e-mail. */
  @Nested
  class Otps extends OtpRules {
    Otps() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** One-time codes to a phone. */
  @Nested
  class Messages extends MessageRules {
    Messages() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Mailed links. */
  @Nested
  class MagicLinks extends MagicLinkRules {
    MagicLinks() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Identity providers. */
  @Nested
  class OAuth extends OAuthRules {
    OAuth() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Linked identities and their providers' own tokens. */
  @Nested
  class Identities extends IdentityRules {
    Identities() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Passkeys. */
  @Nested
  class Passkeys extends PasskeyRules {
    Passkeys() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** What belongs together in a passkey's ceremony. */
  @Nested
  class PasskeyCeremonies extends PasskeyCeremonyRules {
    PasskeyCeremonies() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Authenticator apps. */
  @Nested
  class Totp extends TotpRules {
    Totp() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Sign-ins that stop for a second factor. */
  @Nested
  class SecondFactor extends SecondFactorRules {
    SecondFactor() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Recovery codes and sent codes as second factors. */
  @Nested
  class SecondFactorCodes extends SecondFactorCodeRules {
    SecondFactorCodes() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Every first factor with every second one. */
  @Nested
  class FactorMatrix extends FactorMatrixRules {
    FactorMatrix() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Sessions at the provider. */
  @Nested
  class Sessions extends SessionRules {
    Sessions() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** What applications put into sessions. */
  @Nested
  class SessionClaims extends SessionClaimRules {
    SessionClaims() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Which mail is sent, and to which device. */
  @Nested
  class DeliveryChoices extends DeliveryOptionRules {
    DeliveryChoices() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Access tokens on this machine. */
  @Nested
  class AccessTokens extends AccessTokenRules {
    AccessTokens() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Users. */
  @Nested
  class Users extends UserRules {
    Users() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Events that the provider posts. */
  @Nested
  class Webhooks extends WebhookRules {
    Webhooks() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Programs that call the application. */
  @Nested
  class Machines extends MachineRules {
    Machines() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Trouble at the provider and on the way there. */
  @Nested
  class Errors extends ErrorRules {
    Errors() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** What must never be seen. */
  @Nested
  class Secrecy extends SecrecyRules {
    Secrecy() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** Opening, sharing and closing clients. */
  @Nested
  class Lifecycle extends LifecycleRules {
    Lifecycle() {
      super(AuthConformance.this::openHarness);
    }
  }

  /** What the provider does not offer. */
  @Nested
  class Undeclared extends UndeclaredRules {
    Undeclared() {
      super(AuthConformance.this::openHarness);
    }
  }
}
