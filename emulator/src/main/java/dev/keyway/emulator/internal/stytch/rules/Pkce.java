package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proof key for code exchange (RFC 7636), with S256 only. */
public final class Pkce {
  public static final Field<String> CODE_CHALLENGE = Field.text("code_challenge");

  public static final Field<String> CODE_VERIFIER = Field.text("code_verifier");

  /** What it refuses a verifier with. */
  public static final Set<StytchError> VERIFIER_ERRORS =
      Set.of(
          StytchError.PKCE_MISMATCH,
          StytchError.PKCE_EXPECTED_CODE_VERIFIER,
          StytchError.PKCE_DID_NOT_EXPECT_CODE_VERIFIER,
          StytchError.INVALID_PKCE_CODE_VERIFIER);

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private Pkce() {}

  /** The challenge at the start of a flow; empty when there is none. */
  public static String challenge(Optional<String> sent) {
    if (sent.isPresent() && !CHALLENGE.matcher(sent.get()).matches()) {
      throw StytchError.INVALID_PKCE_CODE_CHALLENGE.failure();
    }
    return sent.orElse("");
  }

  /** The verifier at the end of a flow, if its form is right. */
  public static Optional<String> verifier(Values body) {
    Optional<String> sent = body.find(CODE_VERIFIER);
    if (sent.isPresent() && !VERIFIER.matcher(sent.get()).matches()) {
      throw StytchError.INVALID_PKCE_CODE_VERIFIER.failure();
    }
    return sent;
  }

  /**
   * Compares verifier and challenge. The code stays usable when they differ (inferred).
   *
   * @param challenge what the flow began with; empty when there is none
   * @throws StytchFailure if one is missing or they do not match
   */
  public static void require(String challenge, Optional<String> verifier) {
    if (challenge.isEmpty()) {
      if (verifier.isPresent()) {
        throw StytchError.PKCE_DID_NOT_EXPECT_CODE_VERIFIER.failure();
      }
      return;
    }
    if (verifier.isEmpty()) {
      throw StytchError.PKCE_EXPECTED_CODE_VERIFIER.failure();
    }
    byte[] expected = challenge.getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, hash(verifier.get()))) {
      throw StytchError.PKCE_MISMATCH.failure();
    }
  }

  private static byte[] hash(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encode(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
