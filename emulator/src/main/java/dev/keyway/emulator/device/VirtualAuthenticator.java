package dev.keyway.emulator.device;

import com.upokecenter.cbor.CBORObject;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A passkey authenticator in software, with the browser around it: makes credentials and signs with
 * them, without a screen. May be used from any thread.
 *
 * <p>Given a seeded source of randomness, it gives the same answers in every run.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication, Level 3</a>
 */
public final class VirtualAuthenticator {
  private static final UUID NO_AAGUID = new UUID(0, 0);
  private static final Set<Integer> BROWSER_DEFAULT_ALGORITHMS = Set.of(-7, -257);
  private static final int MAX_USER_HANDLE_BYTES = 64;
  private static final int CREDENTIAL_ID_BYTES = 32;

  private final Device device;
  private final SecureRandom random;
  private final CredentialStore store;
  private final List<Misbehaviour> misbehaviours;

  private VirtualAuthenticator(
      Device device, SecureRandom random, CredentialStore store, List<Misbehaviour> misbehaviours) {
    this.device = device;
    this.random = random;
    this.store = store;
    this.misbehaviours = misbehaviours;
  }

  /** One built into the device, with a counter, whose keys never leave it. */
  public static VirtualAuthenticator platform() {
    return builder().build();
  }

  /** One whose keys are synchronised between the user's devices: backed up, no counter. */
  public static VirtualAuthenticator synced() {
    return builder().transports("internal", "hybrid").counter(false).backedUp(true).build();
  }

  /** A key on a keyring: cross-platform, USB and NFC, with a counter. */
  public static VirtualAuthenticator securityKey() {
    return builder().attachment(Attachment.CROSS_PLATFORM).transports("usb", "nfc").build();
  }

  /** Any other kind. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@code navigator.credentials.create()}: makes a credential.
   *
   * @param creationOptionsJson a PublicKeyCredentialCreationOptionsJSON
   * @param origin of the page, {@code https://app.example.com}, or with a port
   * @return a RegistrationResponseJSON
   * @throws CeremonyException if a browser would refuse
   */
  public String create(String creationOptionsJson, String origin) {
    OptionsJson options = OptionsJson.parse(creationOptionsJson, device.plainBase64());
    Page page = Page.at(origin);
    OptionsJson rp = options.at("rp");
    rp.text("name");
    OptionsJson user = options.at("user");
    user.text("displayName");
    Octets userHandle = user.binary("id");
    if (userHandle.length() == 0 || userHandle.length() > MAX_USER_HANDLE_BYTES) {
      throw refuse(CeremonyException.Name.TYPE_ERROR, "user.id must have 1 to 64 bytes");
    }
    String rpId = page.rpId(rp.optionalText("id"));
    OptionsJson selection = options.at("authenticatorSelection");
    Ceremony ceremony =
        new Ceremony(Ceremony.CREATE, options.binary("challenge"), page.origin(), rpId);
    ceremony.userVerified = verification(selection);
    misbehaviours.forEach(m -> m.applyTo(ceremony));

    KeyAlgorithm algorithm =
        ceremony.algorithm == null ? chooseAlgorithm(options.algorithms()) : ceremony.algorithm;
    boolean discoverable = discoverability(selection);
    expectAttachment(selection);
    if (!ceremony.ignoresExcluded
        && store.holdsAny(rpId, options.descriptors("excludeCredentials"))) {
      throw refuse(
          CeremonyException.Name.INVALID_STATE_ERROR, "an excluded credential is on this device");
    }
    HeldCredential created =
        new HeldCredential(
            Octets.of(randomBytes(CREDENTIAL_ID_BYTES)),
            rpId,
            userHandle,
            user.text("name"),
            discoverable,
            CredentialKey.generate(algorithm, random),
            device.counts() ? 1 : 0);
    store.add(created);

    byte[] clientData = ceremony.clientDataJson();
    byte[] authenticatorData =
        ceremony.authenticatorData(device, created.signCount(), Optional.of(created));
    byte[] attestationObject =
        ceremony.authenticatorOutput.apply(
            attestation(options, ceremony, created, authenticatorData, clientData));
    return CredentialWriter.registration(
        device,
        created,
        clientData,
        authenticatorData,
        attestationObject,
        options.at("extensions").flag("credProps"));
  }

  /**
   * {@code navigator.credentials.get()}: signs in with the credential made last among those that
   * fit.
   *
   * @param requestOptionsJson a PublicKeyCredentialRequestOptionsJSON
   * @param origin of the page
   * @return an AuthenticationResponseJSON
   * @throws CeremonyException if a browser would refuse
   */
  public String get(String requestOptionsJson, String origin) {
    return get(requestOptionsJson, origin, Optional.empty());
  }

  /**
   * The same, when the user picks a credential among those that fit.
   *
   * @param credentialId base64url
   */
  public String get(String requestOptionsJson, String origin, String credentialId) {
    return get(requestOptionsJson, origin, Optional.of(credentialId));
  }

  private String get(String requestOptionsJson, String origin, Optional<String> picked) {
    OptionsJson options = OptionsJson.parse(requestOptionsJson, device.plainBase64());
    Page page = Page.at(origin);
    String rpId = page.rpId(options.optionalText("rpId"));
    Ceremony ceremony =
        new Ceremony(Ceremony.GET, options.binary("challenge"), page.origin(), rpId);
    ceremony.userVerified = verification(options);
    misbehaviours.forEach(m -> m.applyTo(ceremony));

    String forced = ceremony.credentialId;
    HeldCredential credential =
        (forced != null
                ? store.byId(forced)
                : store.fitting(rpId, options.descriptors("allowCredentials"), picked))
            .orElseThrow(
                () ->
                    refuse(
                        CeremonyException.Name.NOT_ALLOWED_ERROR,
                        "no credential on this device fits"));
    long count = store.countUse(credential, device.counts(), ceremony.counter);

    byte[] clientData = ceremony.clientDataJson();
    byte[] authenticatorData =
        ceremony.authenticatorOutput.apply(
            ceremony.authenticatorData(device, count, Optional.empty()));
    byte[] signature = sign(ceremony, credential, authenticatorData, clientData);
    Optional<Octets> userHandle =
        ceremony.userHandle != null
            ? Optional.of(ceremony.userHandle)
            : Optional.of(credential.userHandle()).filter(h -> credential.discoverable());
    return CredentialWriter.assertion(
        device, credential, clientData, authenticatorData, signature, userHandle);
  }

  /** The same authenticator with the same credentials, lying in these ways. */
  public VirtualAuthenticator misbehaving(Misbehaviour... ways) {
    return new VirtualAuthenticator(device, random, store, List.of(ways));
  }

  /**
   * A copy with all keys and counters as they are now. From here on the two count apart, by which a
   * server can tell.
   */
  public VirtualAuthenticator cloned() {
    return new VirtualAuthenticator(device, random, store.copy(), misbehaviours);
  }

  /** The credentials on it, oldest first. */
  public List<PasskeySummary> credentials() {
    return store.summaries();
  }

  /**
   * Deletes a credential, as a user does in the device's settings. The server does not hear of it.
   *
   * @param credentialId base64url
   * @return whether there was such a credential
   */
  public boolean delete(String credentialId) {
    return store.remove(credentialId);
  }

  private byte[] attestation(
      OptionsJson options,
      Ceremony ceremony,
      HeldCredential created,
      byte[] authenticatorData,
      byte[] clientData) {
    // Browsers strip statements nobody asked for, but let a self attestation of an unnamed model
    // pass, as it tells nothing: https://www.w3.org/TR/webauthn-3/#sctn-createCredential
    boolean asked = !options.optionalText("attestation").orElse("none").equals("none");
    boolean android = device.attestation() == AttestationFormat.ANDROID_KEY && asked;
    boolean packed =
        device.attestation() == AttestationFormat.PACKED_SELF
            && (asked || device.aaguid().equals(NO_AAGUID));
    CBORObject statement = CBORObject.NewMap();
    if (packed || android) {
      statement.Add("alg", created.key().algorithm().coseId())
          .Add("sig", sign(ceremony, created, authenticatorData, clientData));
    }
    if (android) {
      byte[] hash = Ceremony.sha256(clientData);
      statement.Add(
          "x5c", CBORObject.NewArray().Add(AndroidKeyCertificate.of(created.key(), hash, random)));
    }
    return Cbor.canonical(
        CBORObject.NewMap()
            .Add("fmt", android ? "android-key" : packed ? "packed" : "none")
            .Add("attStmt", statement)
            .Add("authData", authenticatorData));
  }

  private byte[] sign(
      Ceremony ceremony, HeldCredential credential, byte[] authenticatorData, byte[] clientData) {
    byte[] hash = Ceremony.sha256(clientData);
    byte[] message = new byte[authenticatorData.length + hash.length];
    System.arraycopy(authenticatorData, 0, message, 0, authenticatorData.length);
    System.arraycopy(hash, 0, message, authenticatorData.length, hash.length);
    CredentialKey key =
        ceremony.signsWithAnotherKey
            ? CredentialKey.generate(credential.key().algorithm(), random)
            : credential.key();
    return ceremony.signature.apply(key.sign(message));
  }

  private KeyAlgorithm chooseAlgorithm(Set<Integer> offered) {
    return (offered.isEmpty() ? BROWSER_DEFAULT_ALGORITHMS : offered)
        .stream()
            .flatMap(id -> KeyAlgorithm.ofCoseId(id).stream())
            .filter(device.algorithms()::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    refuse(
                        CeremonyException.Name.NOT_SUPPORTED_ERROR, "no algorithm is supported"));
  }

  private boolean verification(OptionsJson selection) {
    String wanted = selection.optionalText("userVerification").orElse("preferred");
    if (wanted.equals("required") && !device.verifiesUser()) {
      throw refuse(CeremonyException.Name.NOT_ALLOWED_ERROR, "this device cannot verify its user");
    }
    return device.verifiesUser() && !wanted.equals("discouraged");
  }

  private boolean discoverability(OptionsJson selection) {
    String wanted =
        selection
            .optionalText("residentKey")
            .orElse(selection.flag("requireResidentKey") ? "required" : "discouraged");
    if (wanted.equals("required") && !device.storesCredentials()) {
      throw refuse(
          CeremonyException.Name.NOT_ALLOWED_ERROR,
          "this device stores no discoverable credential");
    }
    // Platform authenticators make every credential discoverable, wanted or not.
    boolean unwanted = wanted.equals("discouraged") && device.attachment() != Attachment.PLATFORM;
    return device.storesCredentials() && !unwanted;
  }

  private void expectAttachment(OptionsJson selection) {
    Optional<String> wanted = selection.optionalText("authenticatorAttachment");
    if (wanted.filter(w -> !w.equals(device.attachment().jsonName())).isPresent()) {
      throw refuse(
          CeremonyException.Name.NOT_ALLOWED_ERROR, "another kind of authenticator is wanted");
    }
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static CeremonyException refuse(CeremonyException.Name name, String message) {
    return new CeremonyException(name, message);
  }

  /** Describes an authenticator. What is not set is as on {@link #platform()}. */
  public static final class Builder {
    private SecureRandom random = new SecureRandom();
    private Set<KeyAlgorithm> algorithms = EnumSet.allOf(KeyAlgorithm.class);
    private AttestationFormat attestation = AttestationFormat.NONE;
    private UUID aaguid = NO_AAGUID;
    private Attachment attachment = Attachment.PLATFORM;
    private List<String> transports = List.of("internal");
    private boolean verifiesUser = true;
    private boolean storesCredentials = true;
    private boolean counts = true;
    private boolean backupEligible;
    private boolean backedUp;
    private boolean plainBase64;

    private Builder() {}

    /** Where keys and credential ids come from. Default: a new {@link SecureRandom}. */
    public Builder random(SecureRandom source) {
      this.random = Objects.requireNonNull(source, "source");
      return this;
    }

    /** The only algorithm it has. Default: all, of which the options choose by their order. */
    public Builder algorithm(KeyAlgorithm only) {
      this.algorithms = EnumSet.of(only);
      return this;
    }

    /**
     * How it attests. Default: {@link AttestationFormat#NONE}. As in browsers, a statement is
     * replaced by {@code none} unless the options ask for attestation or the AAGUID is zero.
     */
    public Builder attestation(AttestationFormat format) {
      this.attestation = Objects.requireNonNull(format, "format");
      return this;
    }

    /** Its model. Default: zero, which says nothing. */
    public Builder aaguid(UUID model) {
      this.aaguid = Objects.requireNonNull(model, "model");
      return this;
    }

    /** Where it is. Default: {@link Attachment#PLATFORM}. */
    public Builder attachment(Attachment where) {
      this.attachment = Objects.requireNonNull(where, "where");
      return this;
    }

    /** How it says it can be reached. Default: {@code internal}. */
    public Builder transports(String... names) {
      this.transports = List.of(names);
      return this;
    }

    /** Whether it can verify its user, by finger or PIN. Default: yes. */
    public Builder verifiesUser(boolean can) {
      this.verifiesUser = can;
      return this;
    }

    /** Whether it stores discoverable credentials, alias resident keys. Default: yes. */
    public Builder residentKeys(boolean can) {
      this.storesCredentials = can;
      return this;
    }

    /** Whether it counts signatures; one that doesn't always reports 0. Default: yes. */
    public Builder counter(boolean counting) {
      this.counts = counting;
      return this;
    }

    /** Whether keys may be synchronised, and whether they are at present. Default: neither. */
    public Builder backedUp(boolean atPresent) {
      this.backupEligible = true;
      this.backedUp = atPresent;
      return this;
    }

    /**
     * Reads binary options in plain base 64 too, as pages do that decode them by hand. Off by
     * default, because browsers' own JSON methods don't.
     */
    public Builder plainBase64(boolean accepted) {
      this.plainBase64 = accepted;
      return this;
    }

    /** The authenticator, without credentials. */
    public VirtualAuthenticator build() {
      Device device =
          new Device(
              Set.copyOf(algorithms),
              attestation,
              aaguid,
              attachment,
              transports,
              verifiesUser,
              storesCredentials,
              counts,
              backupEligible,
              backedUp,
              plainBase64);
      return new VirtualAuthenticator(device, random, new CredentialStore(), List.of());
    }
  }
}
