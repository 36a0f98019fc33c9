package dev.keyway.emulator.device;

/** The browser refused: no credential was made or used, and nothing may be sent to the server. */
public final class CeremonyException extends RuntimeException {
  /** The error names of browsers. */
  public enum Name {
    /** The options are not what the method takes. */
    TYPE_ERROR("TypeError"),
    /** A binary value is not base64url without padding. */
    ENCODING_ERROR("EncodingError"),
    /** The page is not secure, or the relying party id is not one that it may use. */
    SECURITY_ERROR("SecurityError"),
    /** No algorithm of the options is supported. */
    NOT_SUPPORTED_ERROR("NotSupportedError"),
    /** An excluded credential is on this authenticator. */
    INVALID_STATE_ERROR("InvalidStateError"),
    /** No fitting credential, or the user cannot do what is required; browsers don't say which. */
    NOT_ALLOWED_ERROR("NotAllowedError");

    private final String domName;

    Name(String domName) {
      this.domName = domName;
    }

    /** As in JavaScript: {@code error.name}. */
    public String domName() {
      return domName;
    }
  }

  private final Name name;

  CeremonyException(Name name, String message) {
    super(name.domName() + ": " + message);
    this.name = name;
  }

  /** Which error. */
  public Name name() {
    return name;
  }
}
