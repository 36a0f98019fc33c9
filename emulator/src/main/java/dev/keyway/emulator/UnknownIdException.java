package dev.keyway.emulator;

/** An id or name that stands for nothing: there was never such a thing, or it is gone. */
public final class UnknownIdException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was looked for.
   *
   * @param kind for example {@code account}
   * @param id what there is none of
   */
  public UnknownIdException(String kind, String id) {
    super("There is no " + kind + " " + id);
  }
}
