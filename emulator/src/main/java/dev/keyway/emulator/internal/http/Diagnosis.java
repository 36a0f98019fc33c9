package dev.keyway.emulator.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What the emulator knows of a response beyond what it sends: for the ledger alone. Holds no
 * secret.
 *
 * @param requestId the vendor's id of the request, as the response has it
 * @param userId whose request it was
 * @param address the e-mail address or phone number that it was about
 * @param cause the one thing that was wrong, where the error code alone leaves it open
 * @param neutralCode what the error means in this one case, where the error code alone leaves it
 *     open: the name of a neutral error code
 */
public record Diagnosis(
    @Nullable String requestId,
    @Nullable String userId,
    @Nullable String address,
    @Nullable String cause,
    @Nullable String neutralCode) {

  /** Nothing is known. */
  public static final Diagnosis NONE = new Diagnosis(null, null, null, null, null);

  /** The same with the request's id. */
  public Diagnosis withRequestId(String id) {
    return new Diagnosis(id, userId, address, cause, neutralCode);
  }

  /** The same with whose request it was; what is known already is kept where these are null. */
  public Diagnosis withSubject(@Nullable String user, @Nullable String contact) {
    return new Diagnosis(
        requestId,
        user == null ? userId : user,
        contact == null ? address : contact,
        cause,
        neutralCode);
  }

  /** The same with the one thing that was wrong. */
  public Diagnosis withCause(String words) {
    return new Diagnosis(requestId, userId, address, words, neutralCode);
  }

  /** The same with the neutral code of this one case. */
  public Diagnosis withNeutralCode(String code) {
    return new Diagnosis(requestId, userId, address, cause, code);
  }
}
