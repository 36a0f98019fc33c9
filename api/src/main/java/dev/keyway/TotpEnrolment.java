package dev.keyway;

import java.time.Instant;
import java.util.List;

/**
 * An authenticator app's enrolment that waits for its first code.
 *
 * @param key the shared key in base32, for typing
 * @param uri the {@code otpauth} URI, which holds the key
 * @param qrCodePng the URI as a QR code, a PNG image
 * @param qrCodeSvg the URI as a QR code, an SVG image
 * @param recoveryCodes codes that work once each in place of the app; empty where the provider has
 *     none
 * @param handle holds the enrolment's state
 * @param expiresAt when the enrolment ends
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public record TotpEnrolment(
    Secret key,
    Secret uri,
    QrCode qrCodePng,
    QrCode qrCodeSvg,
    List<OneTimeCode> recoveryCodes,
    ChallengeHandle handle,
    Instant expiresAt) {

  /** Copies the list. */
  public TotpEnrolment {
    Arguments.notNull(key, "key");
    Arguments.notNull(uri, "uri");
    Arguments.notNull(qrCodePng, "qrCodePng");
    Arguments.notNull(qrCodeSvg, "qrCodeSvg");
    recoveryCodes = Arguments.copyList(recoveryCodes, "recoveryCodes");
    Arguments.notNull(handle, "handle");
    Arguments.notNull(expiresAt, "expiresAt");
  }
}
