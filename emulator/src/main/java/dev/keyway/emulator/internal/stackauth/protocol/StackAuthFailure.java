package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error: one with a code, or plain text where the vendor has no code. */
public final class StackAuthFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable KnownError error;
  private final transient @Nullable ObjectNode details;
  private final String text;
  private final transient Diagnosis diagnosis;

  StackAuthFailure(
      int status, @Nullable KnownError error, @Nullable ObjectNode details, String text) {
    this(status, error, details, text, Diagnosis.NONE);
  }

  private StackAuthFailure(
      int status,
      @Nullable KnownError error,
      @Nullable ObjectNode details,
      String text,
      Diagnosis diagnosis) {
    // Control flow, not a defect: a stack trace would cost more than the request.
    super(error == null ? "HTTP " + status : error.name(), null, false, false);
    this.status = status;
    this.error = error;
    this.details = details;
    this.text = text;
    this.diagnosis = diagnosis;
  }

  /** The same, with the one true cause for the ledger; the caller is not told. */
  public StackAuthFailure because(String cause) {
    return with(diagnosis.withCause(cause));
  }

  /** The same, in other words: some codes are told in several. */
  public StackAuthFailure saying(String words) {
    return new StackAuthFailure(status, error, details, words, diagnosis);
  }

  /** The same, with what it means in this one case; the caller is not told. */
  public StackAuthFailure meaning(String neutralCode) {
    return with(diagnosis.withNeutralCode(neutralCode));
  }

  /** The same, with the user whom it is about; the caller is not told. */
  public StackAuthFailure about(String userId) {
    return with(diagnosis.withSubject(userId, null));
  }

  private StackAuthFailure with(Diagnosis more) {
    return new StackAuthFailure(status, error, details, text, more);
  }

  /** An error that the vendor tells in plain text only. */
  public static StackAuthFailure text(int status, String text) {
    return new StackAuthFailure(status, null, null, text);
  }

  /**
   * What the service says when it did not expect what happened. A route that may answer so says it
   * with {@link StackAuthRouteBuilder#breaksOn}.
   *
   * @param cause the one true cause for the ledger
   */
  public static StackAuthFailure uncaught(String cause) {
    return text(500, StackAuthResponses.WENT_WRONG).because(cause);
  }

  /** What it is called; empty where the vendor tells it in plain text only. */
  public Optional<KnownError> error() {
    return Optional.ofNullable(error);
  }

  /** What else is known, as the vendor words it: JSON, {@code {}} if there is nothing. */
  public String detailsText() {
    return Json.write(details == null ? Json.object() : details);
  }

  /** For people, in the words of whoever starts the emulator if they have any. */
  public String words(Wording wording) {
    return error().flatMap(known -> wording.of(known, details)).orElse(text);
  }

  /** The response, without the headers that every response has. */
  public Response response(StackAuthHeaders headers) {
    if (error == null) {
      return Response.text(status, text).withDiagnosis(diagnosis);
    }
    ObjectNode body = Json.object().put("code", error.name());
    if (details != null) {
      body.set("details", details);
    }
    body.put("error", text);
    return Response.indentedJson(status, body)
        .withContentType(StackAuthResponses.JSON)
        .withHeader(headers.nameOf("known-error"), error.name())
        .withErrorCode(error.name())
        .withDiagnosis(diagnosis);
  }
}
