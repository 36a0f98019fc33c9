package dev.keyway.emulator.device;

import dev.keyway.emulator.internal.webauthn.Base64Form;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One way in which an authenticator, its browser or somebody between them lies. Everything else
 * about the ceremony stays true and correctly signed, so a server that accepts the answer has
 * skipped exactly one check.
 */
public final class Misbehaviour {
  private final String name;
  private final Consumer<Ceremony> change;

  private Misbehaviour(String name, Consumer<Ceremony> change) {
    this.name = name;
    this.change = change;
  }

  /** Signs for another relying party than the page's. */
  public static Misbehaviour wrongRpId(String rpId) {
    Objects.requireNonNull(rpId, "rpId");
    return new Misbehaviour("wrong-rp-id", c -> c.rpId = rpId);
  }

  /** Says that another page asked, as in phishing. */
  public static Misbehaviour wrongOrigin(String origin) {
    Objects.requireNonNull(origin, "origin");
    return new Misbehaviour("wrong-origin", c -> c.origin = origin);
  }

  /** Answers another challenge, as in a replay. */
  public static Misbehaviour wrongChallenge() {
    return new Misbehaviour(
        "wrong-challenge", c -> c.challenge = Octets.of(flipLastBit(c.challenge.bytes())));
  }

  /** Passes a registration off as an assertion, or the other way round. */
  public static Misbehaviour wrongType() {
    return new Misbehaviour(
        "wrong-type", c -> c.type = c.type.equals(Ceremony.GET) ? Ceremony.CREATE : Ceremony.GET);
  }

  /**
   * Says that the page was framed by a page of another origin. The standard leaves it to the server
   * whether it minds; most don't look.
   */
  public static Misbehaviour crossOrigin() {
    return new Misbehaviour("cross-origin", c -> c.crossOrigin = true);
  }

  /**
   * Reports a counter one below the last reported one, and does not count. Without effect on an
   * authenticator without counters.
   */
  public static Misbehaviour counterGoingBack() {
    return new Misbehaviour("counter-going-back", c -> c.counter = n -> Math.max(0, n - 2));
  }

  /**
   * One bit of the signature is wrong. Without effect on a registration with attestation {@code
   * none}, which has no signature.
   */
  public static Misbehaviour flippedSignatureBit() {
    return new Misbehaviour("flipped-signature-bit", c -> c.signature = Misbehaviour::flipLastBit);
  }

  /** Signs with a key that was never registered. */
  public static Misbehaviour anotherKey() {
    return new Misbehaviour("another-key", c -> c.signsWithAnotherKey = true);
  }

  /** Nobody touched the authenticator: neither user-present nor user-verified is set. */
  public static Misbehaviour absentUser() {
    return new Misbehaviour(
        "absent-user",
        c -> {
          c.userPresent = false;
          c.userVerified = false;
        });
  }

  /** Did not verify the user, also where the options require it. */
  public static Misbehaviour unverifiedUser() {
    return new Misbehaviour("unverified-user", c -> c.userVerified = false);
  }

  /**
   * Says that the user is somebody else.
   *
   * @param base64Url the user handle to claim
   */
  public static Misbehaviour otherUserHandle(String base64Url) {
    Octets handle = Octets.decode(base64Url, Base64Form.URL);
    return new Misbehaviour("other-user-handle", c -> c.userHandle = handle);
  }

  /**
   * Signs in with a credential that the options did not allow, for instance another user's.
   *
   * @param base64Url the id of a credential on this authenticator
   */
  public static Misbehaviour otherCredential(String base64Url) {
    Objects.requireNonNull(base64Url, "base64Url");
    return new Misbehaviour("other-credential", c -> c.credentialId = base64Url);
  }

  /** Makes a key of an algorithm that was not offered. */
  public static Misbehaviour otherAlgorithm(KeyAlgorithm algorithm) {
    Objects.requireNonNull(algorithm, "algorithm");
    return new Misbehaviour("other-algorithm", c -> c.algorithm = algorithm);
  }

  /** Registers again although one of its credentials is excluded. */
  public static Misbehaviour ignoredExclusion() {
    return new Misbehaviour("ignored-exclusion", c -> c.ignoresExcluded = true);
  }

  /** Half of the attestation object, or of the authenticator data in an assertion, is lost. */
  public static Misbehaviour truncated() {
    return new Misbehaviour(
        "truncated", c -> c.authenticatorOutput = b -> Arrays.copyOf(b, b.length / 2));
  }

  /**
   * A misbehaviour by the name that {@link #name} gives, for tests that cannot call Java.
   *
   * @param argument what the method of that name takes; not looked at if it takes nothing
   * @throws IllegalArgumentException if there is none of that name, or the argument does not fit
   */
  public static Misbehaviour named(String name, String argument) {
    return switch (name) {
      case "wrong-rp-id" -> wrongRpId(argument);
      case "wrong-origin" -> wrongOrigin(argument);
      case "wrong-challenge" -> wrongChallenge();
      case "wrong-type" -> wrongType();
      case "cross-origin" -> crossOrigin();
      case "counter-going-back" -> counterGoingBack();
      case "flipped-signature-bit" -> flippedSignatureBit();
      case "another-key" -> anotherKey();
      case "absent-user" -> absentUser();
      case "unverified-user" -> unverifiedUser();
      case "other-user-handle" -> otherUserHandle(argument);
      case "other-credential" -> otherCredential(argument);
      case "other-algorithm" ->
          otherAlgorithm(KeyAlgorithm.valueOf(argument.toUpperCase(Locale.ROOT)));
      case "ignored-exclusion" -> ignoredExclusion();
      case "truncated" -> truncated();
      default -> throw new IllegalArgumentException("no misbehaviour has this name");
    };
  }

  /** The name, in lower case with hyphens. */
  public String name() {
    return name;
  }

  void applyTo(Ceremony ceremony) {
    change.accept(ceremony);
  }

  @Override
  public String toString() {
    return name;
  }

  private static byte[] flipLastBit(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[flipped.length - 1] ^= 1;
    return flipped;
  }
}
