package dev.keyway.emulator.stytch;

/** Ends a request with an error of the table. */
final class StytchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StytchError error;
  private final String words;

  StytchFailure(StytchError error, String words) {
    // Control flow, not a defect: a stack trace would cost more than the request.
    super(error.type(), null, false, false);
    this.error = error;
    this.words = words;
  }

  StytchError error() {
    return error;
  }

  String words() {
    return words;
  }
}
