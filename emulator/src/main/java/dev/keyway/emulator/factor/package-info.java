/**
 * Verification of strong factors, the server's side: one-time passwords, recovery codes and
 * WebAuthn. Nothing here knows a vendor: a front brings what its vendor expects and turns a refusal
 * into its vendor's error.
 *
 * <p>Internal to the emulator: public only because the fronts live in other packages. The person's
 * side of the same ceremonies is {@code dev.keyway.emulator.person}.
 *
 * <h2>A registration</h2>
 *
 * <pre>{@code
 * RegistrationResponse response = RegistrationResponse.parse(json, Base64Form.URL);
 * VerifiedRegistration registered =
 *     verifier.register(
 *         response,
 *         RegistrationExpectation.of(challenge, OriginRule.domain("example.com"), userHandle));
 * people.store(registered.credential());
 * }</pre>
 *
 * <h2>An assertion</h2>
 *
 * <pre>{@code
 * AssertionResponse response = AssertionResponse.parse(json, Base64Form.ANY);
 * StoredCredential stored = people.credential(response.credentialId());
 * VerifiedAssertion assertion =
 *     verifier.authenticate(response, stored, AssertionExpectation.of(challenge, origins));
 * people.store(assertion.credential());
 * }</pre>
 *
 * <p>Both steps throw {@link dev.keyway.emulator.factor.WebAuthnRefusal} and nothing else for
 * whatever the caller of the route sent. What a parsed response says before it is verified (its
 * challenge, its origin, its credential id) is a claim: good to look something up, never to trust.
 *
 * <h2>A one-time password</h2>
 *
 * <pre>{@code
 * OptionalLong step = Totp.rfc6238(1).match(key, code, clock.instant());
 * boolean replay = step.isPresent() && step.getAsLong() <= lastStepUsed;
 * }</pre>
 *
 * <p>Everything here is immutable and safe to share between threads.
 */
@NullMarked
package dev.keyway.emulator.factor;

import org.jspecify.annotations.NullMarked;
