package dev.keyway;

import java.util.Optional;
import java.util.Set;

/**
 * Programs that call the application: their credentials, and the check of what they present.
 *
 * <p>What a machine presents is its secret itself, or, where {@link Capability#MACHINE_TOKEN} is
 * declared, a token that it got for its secret.
 *
 * @see AuthClient#machines()
 * @see <a href="https://stytch.com/docs/api/m2m-client">Stytch's M2M clients</a>
 * @see <a href="https://docs.stack-auth.com/docs/apps/api-keys">Stack Auth's API keys</a>
 */
public interface Machines {

  /**
   * Makes a machine. Its secret is in the answer and can't be had again.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} without an owner where machines have one,
   * unsent; with {@link ErrorCode#USER_NOT_FOUND} for an owner who is not there.
   *
   * <p>Providers: send it once; what the vendor can't hold must have been a capability.
   *
   * <p>Needs {@link Capability#MACHINE}.
   *
   * @param machine the machine
   * @param options what else
   * @return the machine as made, and its secret
   */
  default MachineCredential create(NewMachine machine, CallOptions options) {
    throw AuthException.unsupported("machines.create");
  }

  /** {@link #create(NewMachine, CallOptions)} with nothing set. */
  default MachineCredential create(NewMachine machine) {
    return create(machine, CallOptions.defaults());
  }

  /**
   * The machine, if there is one, also when it was revoked. An id of a form that the provider never
   * uses finds none.
   *
   * <p>Providers: an id that could not be one of the vendor's is empty, unsent.
   *
   * <p>Needs {@link Capability#MACHINE}.
   *
   * @param machine the id
   * @param options what else
   * @return the machine or empty
   */
  default Optional<Machine> find(MachineId machine, CallOptions options) {
    throw AuthException.unsupported("machines.find");
  }

  /** {@link #find(MachineId, CallOptions)} with nothing set. */
  default Optional<Machine> find(MachineId machine) {
    return find(machine, CallOptions.defaults());
  }

  /**
   * Lists machines, a page at a time: {@code query.from(page.next().get())} asks for the next.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} without an owner where machines have one,
   * unsent.
   *
   * <p>Providers: revoked machines are listed, too.
   *
   * <p>Needs {@link Capability#MACHINE}.
   *
   * @param query which
   * @param options what else
   * @return a page
   */
  default Page<Machine> list(MachineQuery query, CallOptions options) {
    throw AuthException.unsupported("machines.list");
  }

  /** {@link #list(MachineQuery, CallOptions)} with nothing set. */
  default Page<Machine> list(MachineQuery query) {
    return list(query, CallOptions.defaults());
  }

  /**
   * Revokes a machine: its secrets are good for nothing from now on. Again is no error. Fails with
   * {@link ErrorCode#MACHINE_NOT_FOUND}.
   *
   * <p>A token that it got by {@link #token} before stays valid until it expires, within the hour
   * at Stytch: {@link #verify} does not ask the provider about it.
   *
   * <p>Needs {@link Capability#MACHINE}.
   *
   * @param machine which
   * @param options what else
   */
  default void revoke(MachineId machine, CallOptions options) {
    throw AuthException.unsupported("machines.revoke");
  }

  /** {@link #revoke(MachineId, CallOptions)} with nothing set. */
  default void revoke(MachineId machine) {
    revoke(machine, CallOptions.defaults());
  }

  /**
   * Gives a machine a second secret. Both are good until {@link #finishRotation} or {@link
   * #cancelRotation}.
   *
   * <p>Fails with {@link ErrorCode#MACHINE_NOT_FOUND}; with {@link
   * ErrorCode#MACHINE_ROTATION_REFUSED} when it has two already.
   *
   * <p>Where this is missing, make a second machine and revoke the first once nobody uses it.
   *
   * <p>Needs {@link Capability#MACHINE_ROTATE}.
   *
   * @param machine which
   * @param options what else
   * @return the machine and its next secret
   */
  default MachineCredential startRotation(MachineId machine, CallOptions options) {
    throw AuthException.unsupported("machines.startRotation");
  }

  /** {@link #startRotation(MachineId, CallOptions)} with nothing set. */
  default MachineCredential startRotation(MachineId machine) {
    return startRotation(machine, CallOptions.defaults());
  }

  /**
   * Takes the older secret from a machine that has two.
   *
   * <p>Fails with {@link ErrorCode#MACHINE_NOT_FOUND}; with {@link
   * ErrorCode#MACHINE_ROTATION_REFUSED} when it has one only.
   *
   * <p>Needs {@link Capability#MACHINE_ROTATE}.
   *
   * @param machine which
   * @param options what else
   * @return the machine
   */
  default Machine finishRotation(MachineId machine, CallOptions options) {
    throw AuthException.unsupported("machines.finishRotation");
  }

  /** {@link #finishRotation(MachineId, CallOptions)} with nothing set. */
  default Machine finishRotation(MachineId machine) {
    return finishRotation(machine, CallOptions.defaults());
  }

  /**
   * Takes the newer secret from a machine that has two.
   *
   * <p>Fails with {@link ErrorCode#MACHINE_NOT_FOUND}; with {@link
   * ErrorCode#MACHINE_ROTATION_REFUSED} when it has one only.
   *
   * <p>Needs {@link Capability#MACHINE_ROTATE}.
   *
   * @param machine which
   * @param options what else
   * @return the machine
   */
  default Machine cancelRotation(MachineId machine, CallOptions options) {
    throw AuthException.unsupported("machines.cancelRotation");
  }

  /** {@link #cancelRotation(MachineId, CallOptions)} with nothing set. */
  default Machine cancelRotation(MachineId machine) {
    return cancelRotation(machine, CallOptions.defaults());
  }

  /**
   * A token for a machine, as the machine itself would ask for it: by its id and secret (RFC 6749,
   * section 4.4).
   *
   * <p>Fails with {@link ErrorCode#INVALID_CREDENTIALS} for an unknown or revoked machine or a
   * wrong secret, and never says which; with {@link ErrorCode#SCOPE_MISSING} for scopes that it
   * does not have.
   *
   * <p>Needs {@link Capability#MACHINE_TOKEN}.
   *
   * @param machine which
   * @param secret one of its secrets
   * @param scopes what the token shall allow; empty: all that the machine may do
   * @param options what else
   * @return the token
   */
  default MachineToken token(
      MachineId machine, Secret secret, Set<String> scopes, CallOptions options) {
    throw AuthException.unsupported("machines.token");
  }

  /** {@link #token(MachineId, Secret, Set, CallOptions)} with nothing set. */
  default MachineToken token(MachineId machine, Secret secret, Set<String> scopes) {
    return token(machine, secret, scopes, CallOptions.defaults());
  }

  /**
   * Checks what a machine presented: that it is good, of this project, and allows what the options
   * ask for. A token is checked on this machine by the project's keys; a secret by asking the
   * provider.
   *
   * <p>Fails with {@link ErrorCode#TOKEN_INVALID} for what is malformed, forged, revoked, or not a
   * machine's, such as a user's access token; with {@link ErrorCode#TOKEN_EXPIRED}; with {@link
   * ErrorCode#INVALID_CREDENTIALS} for a secret that nobody in this project has; with {@link
   * ErrorCode#SCOPE_MISSING}. Where tokens are presented, another project's is {@code
   * TOKEN_INVALID}.
   *
   * <p>Providers: never take the credential of a person.
   *
   * <p>Needs {@link Capability#MACHINE}.
   *
   * @param presented the token or secret
   * @param options what it must allow
   * @return whose it is
   */
  default VerifiedMachine verify(Secret presented, MachineVerifyOptions options) {
    throw AuthException.unsupported("machines.verify");
  }

  /** {@link #verify(Secret, MachineVerifyOptions)} with nothing set. */
  default VerifiedMachine verify(Secret presented) {
    return verify(presented, MachineVerifyOptions.defaults());
  }
}
