package dev.keyway.emulator;

/** What a message asks its reader to do. */
public enum MessageKind {
  /** One mail that carries a code and a link, either of which signs in. */
  SIGN_IN,
  /** A code to type in. */
  ONE_TIME_CODE,
  /** A link that signs in. */
  MAGIC_LINK,
  /** A link that lets its reader choose a new password. */
  PASSWORD_RESET,
  /** A link that proves an address. */
  EMAIL_VERIFICATION,
  /** An invitation to the application or to a team. */
  INVITATION;

  /**
   * Whether somebody who waits for {@code wanted} is served by a message of this kind: a {@link
   * #SIGN_IN} mail serves those who wait for a code and those who wait for a link.
   */
  public boolean serves(MessageKind wanted) {
    return this == wanted || (this == SIGN_IN && (wanted == ONE_TIME_CODE || wanted == MAGIC_LINK));
  }
}
