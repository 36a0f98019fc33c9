package dev.keyway.emulator.internal.webauthn;

import static dev.keyway.emulator.internal.webauthn.RelyingPartyForTests.CHALLENGE;
import static dev.keyway.emulator.internal.webauthn.RelyingPartyForTests.ORIGINS;
import static dev.keyway.emulator.internal.webauthn.RelyingPartyForTests.USER;
import static dev.keyway.emulator.internal.webauthn.RelyingPartyForTests.octets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.device.AttestationFormat;
import dev.keyway.emulator.device.KeyAlgorithm;
import dev.keyway.emulator.device.Misbehaviour;
import dev.keyway.emulator.device.VirtualAuthenticator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WebAuthnVerifierTest {
  private final RelyingPartyForTests party = new RelyingPartyForTests();
  private final VirtualAuthenticator authenticator = VirtualAuthenticator.platform();

  @ParameterizedTest
  @CsvSource({
    "ES256, NONE", "ES256, PACKED_SELF", "ES256, ANDROID_KEY",
    "RS256, NONE", "RS256, PACKED_SELF", "RS256, ANDROID_KEY",
    "EDDSA, NONE", "EDDSA, PACKED_SELF", "EDDSA, ANDROID_KEY"
  })
  void everyAlgorithmWithEveryAttestationRegistersAndSignsIn(
      KeyAlgorithm algorithm, AttestationFormat format) throws Exception {
    VirtualAuthenticator honest =
        VirtualAuthenticator.builder().algorithm(algorithm).attestation(format).build();

    VerifiedRegistration registered = party.register(party.create(honest));
    assertEquals(algorithm.coseId(), registered.credential().algorithm());
    String name =
        switch (format) {
          case NONE -> "none";
          case PACKED_SELF -> "packed";
          case ANDROID_KEY -> "android-key";
        };
    assertEquals(name, registered.attestationFormat());

    VerifiedAssertion first = party.authenticate(party.get(honest), registered.credential());
    VerifiedAssertion second = party.authenticate(party.get(honest), first.credential());
    assertEquals(first.credential().signCount() + 1, second.credential().signCount());
  }

  @Test
  void theCredentialTellsWhatTheAuthenticatorSaid() throws Exception {
    UUID aaguid = UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10");
    VirtualAuthenticator synced =
        VirtualAuthenticator.builder()
            .aaguid(aaguid)
            .transports("internal", "hybrid")
            .counter(false)
            .backedUp(true)
            .build();

    VerifiedRegistration registered = party.register(party.create(synced));

    StoredCredential credential = registered.credential();
    assertEquals(synced.credentials().get(0).id(), credential.id().base64Url());
    assertEquals(aaguid, credential.aaguid());
    assertEquals(Set.of("internal", "hybrid"), credential.transports());
    assertEquals(0, credential.signCount());
    assertEquals(USER, credential.userHandle());
    assertTrue(credential.backupEligible() && credential.backedUp());
    assertTrue(registered.userVerified());
    assertEquals(Optional.of("platform"), registered.attachment());
    assertEquals(Optional.of(true), registered.discoverable());
  }

  @Test
  void aKeyThatStaysOnItsDeviceIsNotBackedUp() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    assertFalse(stored.backupEligible() || stored.backedUp());
    assertFalse(party.authenticate(party.get(authenticator), stored).credential().backedUp());
  }

  @Test
  void anAuthenticatorWithoutCounterSignsInAgainAndAgain() throws Exception {
    VirtualAuthenticator synced = VirtualAuthenticator.synced();
    StoredCredential stored = party.register(party.create(synced)).credential();
    for (int i = 0; i < 3; i++) {
      stored = party.authenticate(party.get(synced), stored).credential();
    }
    assertEquals(0, stored.signCount());
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-rp-id, evil.example, WRONG_RP_ID",
    "wrong-origin, https://evil.example, WRONG_ORIGIN",
    "wrong-origin, http://app.example.com, WRONG_ORIGIN",
    "wrong-origin, https://example.com.evil.example, WRONG_ORIGIN",
    "wrong-origin, https://evilexample.com, WRONG_ORIGIN",
    "wrong-origin, https://app.example.com@evil.example, WRONG_ORIGIN",
    "wrong-origin, 'not an origin', WRONG_ORIGIN",
    "wrong-challenge, -, WRONG_CHALLENGE",
    "wrong-type, -, WRONG_TYPE",
    "absent-user, -, USER_NOT_PRESENT",
    "truncated, -, MALFORMED_FIELD"
  })
  void aLieIsRefusedInBothCeremoniesWithItsReason(
      String misbehaviour, String argument, RefusalReason reason) throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    VirtualAuthenticator liar =
        authenticator.misbehaving(Misbehaviour.named(misbehaviour, argument));

    refused(reason, () -> party.authenticate(party.get(liar), stored));
    refused(reason, () -> party.register(party.create(liar)));
  }

  @ParameterizedTest
  @EnumSource
  void aFlippedSignatureBitIsRefused(KeyAlgorithm algorithm) throws Exception {
    VirtualAuthenticator honest =
        VirtualAuthenticator.builder()
            .algorithm(algorithm)
            .attestation(AttestationFormat.PACKED_SELF)
            .build();
    VirtualAuthenticator liar = honest.misbehaving(Misbehaviour.flippedSignatureBit());
    StoredCredential stored = party.register(party.create(honest)).credential();

    refused(RefusalReason.BAD_SIGNATURE, () -> party.authenticate(party.get(liar), stored));
    refused(RefusalReason.BAD_ATTESTATION, () -> party.register(party.create(liar)));
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    VirtualAuthenticator liar = authenticator.misbehaving(Misbehaviour.anotherKey());
    refused(RefusalReason.BAD_SIGNATURE, () -> party.authenticate(party.get(liar), stored));
  }

  @Test
  void aCounterGoingBackIsRefused() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    VirtualAuthenticator liar = authenticator.misbehaving(Misbehaviour.counterGoingBack());
    refused(RefusalReason.COUNTER, () -> party.authenticate(party.get(liar), stored));

    StoredCredential later = party.authenticate(party.get(authenticator), stored).credential();
    refused(RefusalReason.COUNTER, () -> party.authenticate(party.get(liar), later));
    assertEquals(later.signCount(), authenticator.credentials().get(0).signCount());
    party.authenticate(party.get(authenticator), later);
  }

  @Test
  void aClonedKeyShowsOnceTheOriginalHasBeenUsed() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    VirtualAuthenticator thief = authenticator.cloned();
    StoredCredential later = party.authenticate(party.get(authenticator), stored).credential();
    refused(RefusalReason.COUNTER, () -> party.authenticate(party.get(thief), later));
  }

  @Test
  void userVerificationIsDemandedOnlyWhereItIsRequired() throws Exception {
    VirtualAuthenticator unverified = authenticator.misbehaving(Misbehaviour.unverifiedUser());
    VerifiedRegistration registered = party.register(party.create(unverified));
    assertFalse(registered.userVerified());
    assertFalse(party.authenticate(party.get(unverified), registered.credential()).userVerified());

    refused(
        RefusalReason.USER_NOT_VERIFIED,
        () ->
            party.authenticate(
                party.get(unverified),
                registered.credential(),
                AssertionExpectation.of(CHALLENGE, ORIGINS).requiringUserVerification()));
    refused(
        RefusalReason.USER_NOT_VERIFIED,
        () ->
            party.register(
                party.create(unverified),
                RegistrationExpectation.of(CHALLENGE, ORIGINS, USER).requiringUserVerification()));
  }

  @Test
  void anAlgorithmThatWasNotOfferedIsRefused() {
    VirtualAuthenticator liar =
        authenticator.misbehaving(Misbehaviour.otherAlgorithm(KeyAlgorithm.EDDSA));
    refused(
        RefusalReason.UNSUPPORTED_ALGORITHM,
        () -> party.register(party.create(liar), RelyingPartyForTests.only(-7)));
  }

  @Test
  void aCredentialRegistersOnce() throws Exception {
    String json = party.create(authenticator);
    Octets id = party.register(json).credential().id();
    refused(
        RefusalReason.DUPLICATE_CREDENTIAL,
        () ->
            party.register(
                json, RegistrationExpectation.of(CHALLENGE, ORIGINS, USER).refusing(id::equals)));
  }

  @Test
  void anotherUsersCredentialOrHandleIsRefused() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    StoredCredential other =
        party.register(party.create(VirtualAuthenticator.platform())).credential();
    refused(
        RefusalReason.UNKNOWN_CREDENTIAL,
        () -> party.authenticate(party.get(authenticator), other));

    VirtualAuthenticator liar =
        authenticator.misbehaving(Misbehaviour.otherUserHandle(octets("user-2").base64Url()));
    refused(RefusalReason.WRONG_USER, () -> party.authenticate(party.get(liar), stored));
    party.authenticate(
        party.get(liar), stored, AssertionExpectation.of(CHALLENGE, ORIGINS).ignoringUserHandle());
  }

  @Test
  void theIdMustBeTheOneThatIsAttestedUnlessAnyWillDo() throws Exception {
    String json = party.create(authenticator);
    String id = authenticator.credentials().get(0).id();
    String other = (id.charAt(0) == 'A' ? 'B' : 'A') + id.substring(1);
    refused(RefusalReason.MALFORMED_FIELD, () -> party.register(json.replace(id, other)));
    RegistrationExpectation any =
        RegistrationExpectation.of(CHALLENGE, ORIGINS, USER).ignoringResponseId();
    assertEquals(id, party.register(json.replace(id, other), any).credential().id().base64Url());
  }

  @Test
  void rawIdMustBeTheId() {
    String json = party.create(authenticator);
    String id = authenticator.credentials().get(0).id();
    WebAuthnRefusal refusal =
        assertThrows(
            WebAuthnRefusal.class,
            () -> party.register(json.replace("\"rawId\":\"" + id, "\"rawId\":\"AAAA" + id)));
    assertEquals(Optional.of(CredentialField.RAW_ID), refusal.field());
    refused(RefusalReason.MALFORMED_FIELD, () -> party.register(json.replace(id, "")));
  }

  @Test
  void whetherAKeyMayBeBackedUpNeverChanges() throws Exception {
    StoredCredential stored = party.register(party.create(authenticator)).credential();
    StoredCredential eligible =
        new StoredCredential(
            stored.id(),
            stored.userHandle(),
            stored.publicKeyCose(),
            stored.algorithm(),
            stored.signCount(),
            stored.aaguid(),
            stored.transports(),
            true,
            false);
    refused(
        RefusalReason.MALFORMED_FIELD,
        () -> party.authenticate(party.get(authenticator), eligible));
  }

  @Test
  void anAttestationOfFormatNoneCarriesNoStatement() throws Exception {
    VirtualAuthenticator attesting =
        VirtualAuthenticator.builder().attestation(AttestationFormat.PACKED_SELF).build();
    String json = party.create(attesting);
    String forged = TestAttestation.renamed(json, "none");
    String unknown = TestAttestation.renamed(json, "acme-v1");
    refused(RefusalReason.BAD_ATTESTATION, () -> party.register(forged));
    refused(RefusalReason.UNSUPPORTED_ATTESTATION, () -> party.register(unknown));
  }

  /** The tags and values that section 8.4 demands, in the bytes of the certificate. */
  @ParameterizedTest
  @CsvSource({
    "the purpose is not to sign, a1053103020102, a1053103020103",
    "the key was imported, bf853e03020100, bf853e03020102",
    "no origin, bf853e03020100, bf853d03020100",
    "no description, 06010401d679020111, 06010401d679020112",
  })
  void anAndroidKeyThatIsNotForThisIsRefused(String why, String from, String to) throws Exception {
    VirtualAuthenticator android =
        VirtualAuthenticator.builder().attestation(AttestationFormat.ANDROID_KEY).build();
    String forged = TestAttestation.replaced(party.create(android), from, to);
    refused(RefusalReason.BAD_ATTESTATION, () -> party.register(forged));
  }

  @Test
  void anAndroidKeyThatDidNotSignOrHasNoCertificateIsRefused() throws Exception {
    VirtualAuthenticator android =
        VirtualAuthenticator.builder()
            .attestation(AttestationFormat.ANDROID_KEY)
            .build()
            .misbehaving(Misbehaviour.anotherKey());
    String json = party.create(android);
    refused(RefusalReason.BAD_ATTESTATION, () -> party.register(json));
    VirtualAuthenticator packed =
        VirtualAuthenticator.builder().attestation(AttestationFormat.PACKED_SELF).build();
    String without = TestAttestation.renamed(party.create(packed), "android-key");
    refused(RefusalReason.BAD_ATTESTATION, () -> party.register(without));
  }

  @Test
  void aRefusalQuotesNothingOfTheInput() {
    WebAuthnRefusal refusal =
        assertThrows(WebAuthnRefusal.class, () -> party.register("{\"id\":\"very-secret!\"}"));
    assertFalse(refusal.toString().contains("secret"), refusal::toString);
    assertEquals(Optional.of(CredentialField.ID), refusal.field());
    assertEquals(
        "The passkey's answer was refused: ID cannot be decoded (MALFORMED_FIELD).",
        refusal.cause());
  }

  private static void refused(RefusalReason reason, Executable ceremony) {
    assertEquals(reason, assertThrows(WebAuthnRefusal.class, ceremony).reason());
  }
}
