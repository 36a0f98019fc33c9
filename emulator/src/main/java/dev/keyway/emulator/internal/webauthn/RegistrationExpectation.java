package dev.keyway.emulator.internal.webauthn;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a registration must answer to.
 *
 * @param challenge what was sent to the browser
 * @param origins which pages may register, with the relying party id of each
 * @param userHandle {@code user.id} of the creation options
 * @param algorithms COSE ids of the algorithms offered
 * @param userVerificationRequired whether the user-verified flag must be set
 * @param registered tells whether a credential id is taken
 * @param anyResponseId whether the response may name another credential than it attests
 */
public record RegistrationExpectation(
    Octets challenge,
    OriginRule origins,
    Octets userHandle,
    Set<Integer> algorithms,
    boolean userVerificationRequired,
    Predicate<Octets> registered,
    boolean anyResponseId) {
  /** EdDSA, ES256 and RS256, by their COSE ids. */
  public static final Set<Integer> COMMON_ALGORITHMS = Set.of(-8, -7, -257);

  /** Copies what could change. */
  public RegistrationExpectation {
    Objects.requireNonNull(challenge, "challenge");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(userHandle, "userHandle");
    Objects.requireNonNull(registered, "registered");
    algorithms = Set.copyOf(algorithms);
  }

  /** The common algorithms, no user verification demanded, no credential known. */
  public static RegistrationExpectation of(
      Octets challenge, OriginRule origins, Octets userHandle) {
    return new RegistrationExpectation(
        challenge, origins, userHandle, COMMON_ALGORITHMS, false, id -> false, false);
  }

  /** The same, for other algorithms. */
  public RegistrationExpectation withAlgorithms(Set<Integer> coseIds) {
    return new RegistrationExpectation(
        challenge,
        origins,
        userHandle,
        coseIds,
        userVerificationRequired,
        registered,
        anyResponseId);
  }

  /** The same, with user verification demanded. */
  public RegistrationExpectation requiringUserVerification() {
    return new RegistrationExpectation(
        challenge, origins, userHandle, algorithms, true, registered, anyResponseId);
  }

  /** The same, refusing credential ids for which {@code taken} says so. */
  public RegistrationExpectation refusing(Predicate<Octets> taken) {
    return new RegistrationExpectation(
        challenge, origins, userHandle, algorithms, userVerificationRequired, taken, anyResponseId);
  }

  /** The same, of whatever credential the response speaks: the attested one counts. */
  public RegistrationExpectation ignoringResponseId() {
    return new RegistrationExpectation(
        challenge, origins, userHandle, algorithms, userVerificationRequired, registered, true);
  }
}
