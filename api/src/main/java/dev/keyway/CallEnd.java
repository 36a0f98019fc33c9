package dev.keyway;

/**
 * What an {@link AuthObserver} wants to be told of one call that it saw begin: where a span that it
 * opened is closed.
 */
@FunctionalInterface
public interface CallEnd {

  /**
   * The call ended, well or not. Called once, on the thread of the call; where there are several
   * observers, the one that saw the start last is told first.
   */
  void ended(CallEvent event);

  /** Nothing has to be done. */
  static CallEnd nothing() {
    return event -> {};
  }
}
