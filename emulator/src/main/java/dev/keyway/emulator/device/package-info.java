/**
 * The person in front of the screen: a software passkey authenticator together with the browser
 * around it, and an authenticator app. They work against the emulator, against real vendors and
 * against any other relying party, because they know nothing of who is on the other side.
 *
 * <h2>Passkeys</h2>
 *
 * <pre>{@code
 * VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
 * PasskeyCeremony start = client.passkeys().startRegistration(session);
 * String credential = authenticator.create(start.optionsJson(), "https://app.example.com");
 * client.passkeys().finishRegistration(session, start.handle(), credential);
 * }</pre>
 *
 * <p>{@code create} and {@code get} take the options as a page gives them to {@code
 * PublicKeyCredential.parseCreationOptionsFromJSON} and {@code parseRequestOptionsFromJSON}, and
 * return what the browser's {@code toJSON()} does. They insist on what browsers insist on: a secure
 * origin, a relying party id that is the page's host or a registrable parent of it, base64url
 * without padding, excluded and allowed credentials. What a browser refuses is a {@link
 * dev.keyway.emulator.device.CeremonyException} with the browser's error name.
 *
 * <h2>Attacks</h2>
 *
 * <pre>{@code
 * String forged =
 *     authenticator
 *         .misbehaving(Misbehaviour.wrongOrigin("https://evil.example"))
 *         .get(start.optionsJson(), "https://app.example.com");
 * }</pre>
 *
 * <p>A misbehaving view shares its credentials with the honest authenticator; {@link
 * dev.keyway.emulator.device.VirtualAuthenticator#cloned} copies them, as a thief would. Tests in
 * other languages name attacks by text: {@link
 * dev.keyway.emulator.device.Misbehaviour#named(String, String)}.
 *
 * <h2>One-time passwords</h2>
 *
 * <pre>{@code
 * TotpEnrolment enrolment = client.totp().startEnrolment(session);
 * VirtualTotpDevice phone =
 *     VirtualTotpDevice.fromUri(enrolment.uri().reveal(), world.clock());
 * client.totp().finishEnrolment(session, enrolment.handle(), OneTimeCode.of(phone.code()));
 * world.clock().advance(phone.period()); // the next code
 * }</pre>
 */
@NullMarked
package dev.keyway.emulator.device;

import org.jspecify.annotations.NullMarked;
