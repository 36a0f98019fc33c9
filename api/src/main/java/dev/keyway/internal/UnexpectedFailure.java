package dev.keyway.internal;

import org.jspecify.annotations.Nullable;

/** A provider's stray exception without its message, which may quote what was sent. */
public final class UnexpectedFailure extends RuntimeException {

  /** Causes may form a ring. */
  private static final int MAX_CAUSES = 8;

  /** Tells the kinds and places of the stray and its causes, and no message. */
  public UnexpectedFailure(Throwable stray) {
    this(stray, MAX_CAUSES);
  }

  private UnexpectedFailure(Throwable stray, int causes) {
    super(stray.getClass().getName(), cause(stray, causes));
    setStackTrace(stray.getStackTrace());
  }

  private static @Nullable Throwable cause(Throwable stray, int causes) {
    Throwable cause = stray.getCause();
    return cause == null || causes == 0 ? null : new UnexpectedFailure(cause, causes - 1);
  }
}
