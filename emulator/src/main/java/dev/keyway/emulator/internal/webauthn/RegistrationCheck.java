package dev.keyway.emulator.internal.webauthn;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationObject;
import com.yubico.webauthn.data.AttestedCredentialData;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorData;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** One registration on its way from claim to fact. */
final class RegistrationCheck {
  /**
   * The formats that the library verifies, and one that we do. It lets others pass as "unknown":
   * here they do not.
   */
  private static final Set<String> FORMATS =
      Set.of("none", "packed", "fido-u2f", "apple", "tpm", AndroidKeyStatement.FORMAT);

  private final RegistrationResponse response;
  private final RegistrationExpectation expected;

  RegistrationCheck(RegistrationResponse response, RegistrationExpectation expected) {
    this.response = response;
    this.expected = expected;
  }

  VerifiedRegistration run() throws WebAuthnRefusal {
    String rpId =
        response.clientData().expect("webauthn.create", expected.challenge(), expected.origins());
    AttestationObject attestation = attestationObject();
    AuthenticatorData data = attestation.getAuthenticatorData();
    AuthenticatorFlags.expect(data, rpId, expected.userVerificationRequired());
    AttestedCredentialData attested =
        data.getAttestedCredentialData()
            .orElseThrow(() -> WebAuthnRefusal.malformed(CredentialField.ATTESTATION_OBJECT));
    COSEAlgorithmIdentifier algorithm = algorithm(attested.getCredentialPublicKey());
    Octets id = Octets.of(attested.getCredentialId().getBytes());
    if (!expected.anyResponseId() && !id.equals(response.credentialId())) {
      throw WebAuthnRefusal.malformed(CredentialField.ID);
    }
    expectFormat(attestation);
    if (expected.registered().test(id)) {
      throw WebAuthnRefusal.of(
          RefusalReason.DUPLICATE_CREDENTIAL, "the credential is registered already");
    }
    RegistrationResult result = verify(rpId, algorithm);
    if (attestation.getFormat().equals(AndroidKeyStatement.FORMAT)) {
      new AndroidKeyStatement(attestation, clientDataHash(), algorithm.getId())
          .verify(publicKey(result));
    }
    return new VerifiedRegistration(
        new StoredCredential(
            id,
            expected.userHandle(),
            Octets.of(result.getPublicKeyCose().getBytes()),
            (int) algorithm.getId(),
            result.getSignatureCount(),
            uuid(result.getAaguid()),
            response.transports(),
            AuthenticatorFlags.backupEligible(data),
            AuthenticatorFlags.backedUp(data)),
        result.isUserVerified(),
        attestation.getFormat(),
        response.attachment(),
        response.discoverable());
  }

  private byte[] clientDataHash() {
    SHA256Digest digest = new SHA256Digest();
    byte[] json = response.clientData().json().bytes();
    digest.update(json, 0, json.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static PublicKey publicKey(RegistrationResult result) throws WebAuthnRefusal {
    try {
      return result.getParsedPublicKey();
    } catch (IOException | GeneralSecurityException e) {
      throw WebAuthnRefusal.malformed(CredentialField.ATTESTATION_OBJECT);
    }
  }

  private AttestationObject attestationObject() throws WebAuthnRefusal {
    byte[] bytes = response.attestationObject().bytes();
    try {
      // The library's own reader overlooks what follows the object, keys that stand twice, and
      // byte strings in place of names.
      if (namesAreText(CBORObject.DecodeFromBytes(bytes))) {
        return new AttestationObject(new ByteArray(bytes));
      }
    } catch (IOException | RuntimeException e) {
      // The library lets its CBOR reader's unchecked exceptions through, of several types.
    }
    throw WebAuthnRefusal.malformed(CredentialField.ATTESTATION_OBJECT);
  }

  private static boolean namesAreText(CBORObject value) {
    if (value.getType() != CBORType.Map) {
      return true;
    }
    return value.getKeys().stream().allMatch(key -> key.getType() == CBORType.TextString)
        && value.getValues().stream().allMatch(RegistrationCheck::namesAreText);
  }

  private COSEAlgorithmIdentifier algorithm(ByteArray publicKeyCose) throws WebAuthnRefusal {
    COSEAlgorithmIdentifier algorithm;
    try {
      algorithm = COSEAlgorithmIdentifier.fromPublicKey(publicKeyCose).orElse(null);
    } catch (RuntimeException e) {
      throw WebAuthnRefusal.malformed(CredentialField.ATTESTATION_OBJECT);
    }
    if (algorithm == null || !expected.algorithms().contains((int) algorithm.getId())) {
      throw WebAuthnRefusal.of(
          RefusalReason.UNSUPPORTED_ALGORITHM, "the key's algorithm was not offered");
    }
    return algorithm;
  }

  private static void expectFormat(AttestationObject attestation) throws WebAuthnRefusal {
    if (!FORMATS.contains(attestation.getFormat())) {
      throw WebAuthnRefusal.of(
          RefusalReason.UNSUPPORTED_ATTESTATION, "the attestation has an unknown format");
    }
    if (attestation.getFormat().equals("none")
        && !attestation.getAttestationStatement().isEmpty()) {
      throw WebAuthnRefusal.of(
          RefusalReason.BAD_ATTESTATION, "an attestation of format none has no statement");
    }
  }

  private RegistrationResult verify(String rpId, COSEAlgorithmIdentifier algorithm)
      throws WebAuthnRefusal {
    RelyingPartyIdentity identity =
        RelyingPartyIdentity.builder().id(rpId).name("relying party").build();
    RelyingParty relyingParty =
        RelyingParty.builder()
            .identity(identity)
            .credentialRepository(new OneCredential(null))
            .origins(Set.of(response.origin()))
            .build();
    try {
      RegistrationResult result =
          relyingParty.finishRegistration(
              FinishRegistrationOptions.builder()
                  .request(options(identity, algorithm))
                  .response(credential())
                  .build());
      // Nothing else looks at the key of an attestation of format none before its first use.
      result.getParsedPublicKey();
      return result;
    } catch (RegistrationFailedException e) {
      throw WebAuthnRefusal.of(RefusalReason.BAD_ATTESTATION, "the attestation does not verify");
    } catch (IOException | Base64UrlException | GeneralSecurityException | RuntimeException e) {
      // What remains is a statement or a key that decodes as CBOR and makes no sense.
      throw WebAuthnRefusal.malformed(CredentialField.ATTESTATION_OBJECT);
    }
  }

  private PublicKeyCredentialCreationOptions options(
      RelyingPartyIdentity identity, COSEAlgorithmIdentifier algorithm) {
    UserVerificationRequirement verification =
        expected.userVerificationRequired()
            ? UserVerificationRequirement.REQUIRED
            : UserVerificationRequirement.PREFERRED;
    return PublicKeyCredentialCreationOptions.builder()
        .rp(identity)
        .user(
            UserIdentity.builder()
                .name(OneCredential.USERNAME)
                .displayName(OneCredential.USERNAME)
                .id(new ByteArray(expected.userHandle().bytes()))
                .build())
        .challenge(new ByteArray(expected.challenge().bytes()))
        .pubKeyCredParams(List.of(PublicKeyCredentialParameters.builder().alg(algorithm).build()))
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder().userVerification(verification).build())
        .build();
  }

  private PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>
      credential() throws IOException, Base64UrlException {
    return PublicKeyCredential
        .<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
        .id(new ByteArray(response.credentialId().bytes()))
        .response(
            AuthenticatorAttestationResponse.builder()
                .attestationObject(new ByteArray(response.attestationObject().bytes()))
                .clientDataJSON(new ByteArray(response.clientData().json().bytes()))
                .build())
        .clientExtensionResults(ClientRegistrationExtensionOutputs.builder().build())
        .build();
  }

  private static UUID uuid(ByteArray aaguid) {
    ByteBuffer buffer = ByteBuffer.wrap(aaguid.getBytes());
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
