package dev.keyway.emulator.internal.webauthn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A WebAuthn response was not accepted. A checked exception, because every vendor must turn it into
 * its vendor's error. The message quotes nothing of what was sent.
 */
public final class WebAuthnRefusal extends Exception {
  private final RefusalReason reason;
  private final @Nullable CredentialField field;

  WebAuthnRefusal(RefusalReason reason, @Nullable CredentialField field, String message) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  static WebAuthnRefusal of(RefusalReason reason, String message) {
    return new WebAuthnRefusal(reason, null, message);
  }

  static WebAuthnRefusal missing(CredentialField field) {
    return new WebAuthnRefusal(RefusalReason.MISSING_FIELD, field, field + " is missing");
  }

  static WebAuthnRefusal malformed(CredentialField field) {
    return new WebAuthnRefusal(RefusalReason.MALFORMED_FIELD, field, field + " cannot be decoded");
  }

  /** Why. */
  public RefusalReason reason() {
    return reason;
  }

  /** Why, in words. */
  public String cause() {
    return "The passkey's answer was refused: " + getMessage() + " (" + reason + ").";
  }

  /** Which part, for a missing or malformed one. */
  public Optional<CredentialField> field() {
    return Optional.ofNullable(field);
  }
}
