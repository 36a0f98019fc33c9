package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.stytch.state.StytchUser;

/** Ends a request with an error. */
public final class StytchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StytchError error;
  private final transient Diagnosis diagnosis;

  StytchFailure(StytchError error, String message) {
    this(error, message, Diagnosis.NONE);
  }

  private StytchFailure(StytchError error, String message, Diagnosis diagnosis) {
    // Control flow, not a defect: a stack trace would cost more than the request.
    super(message, null, false, false);
    this.error = error;
    this.diagnosis = diagnosis;
  }

  /** The same, with the one true cause for the ledger; the caller is not told. */
  public StytchFailure because(String cause) {
    return with(diagnosis.withCause(cause));
  }

  /** The same, with what it means in this one case; the caller is not told. */
  public StytchFailure meaning(String neutralCode) {
    return with(diagnosis.withNeutralCode(neutralCode));
  }

  /** The same, with the user whom it is about; the caller is not told. */
  public StytchFailure about(StytchUser user) {
    return with(diagnosis.withSubject(user.id(), null));
  }

  private StytchFailure with(Diagnosis more) {
    return new StytchFailure(error, String.valueOf(getMessage()), more);
  }

  StytchError error() {
    return error;
  }

  /** The response. What is malformed has a name of its own in OAuth 2.0. */
  Response response(String requestId, ErrorForm form) {
    StytchError told =
        form.oauth() && error == StytchError.BAD_REQUEST ? StytchError.INVALID_REQUEST : error;
    return form.response(told.status(), told.code(), String.valueOf(getMessage()), requestId)
        .withDiagnosis(diagnosis.withRequestId(requestId));
  }
}
