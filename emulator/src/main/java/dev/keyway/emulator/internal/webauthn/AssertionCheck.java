package dev.keyway.emulator.internal.webauthn;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorData;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import java.io.IOException;
import java.util.Set;

/** One assertion on its way from claim to fact. */
final class AssertionCheck {
  /** The COSE id of EdDSA, which is Ed25519 here, and the length of its signatures. */
  private static final int EDDSA = -8;

  private static final int EDDSA_BYTES = 64;

  private final AssertionResponse response;
  private final StoredCredential stored;
  private final AssertionExpectation expected;

  AssertionCheck(
      AssertionResponse response, StoredCredential stored, AssertionExpectation expected) {
    this.response = response;
    this.stored = stored;
    this.expected = expected;
  }

  VerifiedAssertion run() throws WebAuthnRefusal {
    if (!response.credentialId().equals(stored.id())) {
      throw WebAuthnRefusal.of(
          RefusalReason.UNKNOWN_CREDENTIAL, "the assertion is by another credential");
    }
    if (!expected.userHandleIgnored()
        && response.userHandle().filter(h -> !h.equals(stored.userHandle())).isPresent()) {
      throw WebAuthnRefusal.of(RefusalReason.WRONG_USER, "the user handle is another user's");
    }
    String rpId =
        response.clientData().expect("webauthn.get", expected.challenge(), expected.origins());
    AuthenticatorData data = authenticatorData();
    AuthenticatorFlags.expect(data, rpId, expected.userVerificationRequired());
    if (AuthenticatorFlags.backupEligible(data) != stored.backupEligible()) {
      // It is a property of the key, fixed when it was made.
      throw WebAuthnRefusal.malformed(CredentialField.AUTHENTICATOR_DATA);
    }
    if (stored.algorithm() == EDDSA && response.signature().length() != EDDSA_BYTES) {
      // The JDK's verifier overlooks what follows the 64 bytes: RFC 8032, section 5.1.7, does not.
      throw WebAuthnRefusal.of(RefusalReason.BAD_SIGNATURE, "the signature has another length");
    }
    AssertionResult result = verify(rpId);
    if (!result.isSignatureCounterValid()) {
      throw WebAuthnRefusal.of(RefusalReason.COUNTER, "the signature counter did not grow");
    }
    return new VerifiedAssertion(
        stored.after(result.getSignatureCount(), AuthenticatorFlags.backedUp(data)),
        result.isUserVerified());
  }

  private AuthenticatorData authenticatorData() throws WebAuthnRefusal {
    try {
      return new AuthenticatorData(new ByteArray(response.authenticatorData().bytes()));
    } catch (RuntimeException e) {
      // The library lets its CBOR reader's unchecked exceptions through, of several types.
      throw WebAuthnRefusal.malformed(CredentialField.AUTHENTICATOR_DATA);
    }
  }

  private AssertionResult verify(String rpId) throws WebAuthnRefusal {
    ByteArray userHandle = new ByteArray(stored.userHandle().bytes());
    RegisteredCredential credential =
        RegisteredCredential.builder()
            .credentialId(new ByteArray(stored.id().bytes()))
            .userHandle(userHandle)
            .publicKeyCose(new ByteArray(stored.publicKeyCose().bytes()))
            .signatureCount(stored.signCount())
            .build();
    RelyingParty relyingParty =
        RelyingParty.builder()
            .identity(RelyingPartyIdentity.builder().id(rpId).name("relying party").build())
            .credentialRepository(new OneCredential(credential))
            .origins(Set.of(response.origin()))
            // Judged from the result instead, where a wrong counter differs from a bad signature.
            .validateSignatureCounter(false)
            .build();
    try {
      return relyingParty.finishAssertion(
          FinishAssertionOptions.builder()
              .request(
                  AssertionRequest.builder()
                      .publicKeyCredentialRequestOptions(options(rpId))
                      .userHandle(userHandle)
                      .build())
              .response(credential(userHandle))
              .build());
    } catch (AssertionFailedException e) {
      throw WebAuthnRefusal.of(RefusalReason.BAD_SIGNATURE, "the signature does not verify");
    } catch (IOException | Base64UrlException | RuntimeException e) {
      // The platform's verifiers throw on a signature that is not even encoded like one.
      throw WebAuthnRefusal.of(RefusalReason.BAD_SIGNATURE, "the signature does not verify");
    }
  }

  private PublicKeyCredentialRequestOptions options(String rpId) {
    return PublicKeyCredentialRequestOptions.builder()
        .challenge(new ByteArray(expected.challenge().bytes()))
        .rpId(rpId)
        .userVerification(
            expected.userVerificationRequired()
                ? UserVerificationRequirement.REQUIRED
                : UserVerificationRequirement.PREFERRED)
        .build();
  }

  private PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>
      credential(ByteArray userHandle) throws IOException, Base64UrlException {
    return PublicKeyCredential
        .<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
        .id(new ByteArray(response.credentialId().bytes()))
        .response(
            AuthenticatorAssertionResponse.builder()
                .authenticatorData(new ByteArray(response.authenticatorData().bytes()))
                .clientDataJSON(new ByteArray(response.clientData().json().bytes()))
                .signature(new ByteArray(response.signature().bytes()))
                .userHandle(userHandle)
                .build())
        .clientExtensionResults(ClientAssertionExtensionOutputs.builder().build())
        .build();
  }
}
