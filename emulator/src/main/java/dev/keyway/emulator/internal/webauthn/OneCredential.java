package dev.keyway.emulator.internal.webauthn;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The view of the user table that the verification library asks for, reduced to the one credential
 * that a ceremony is about, or none. Who has which credential is the vendor's business.
 */
final class OneCredential implements CredentialRepository {
  /** The library wants a name; nobody sees it. */
  static final String USERNAME = "user";

  private final @Nullable RegisteredCredential credential;

  OneCredential(@Nullable RegisteredCredential credential) {
    this.credential = credential;
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
    return credential == null
        ? Set.of()
        : Set.of(PublicKeyCredentialDescriptor.builder().id(credential.getCredentialId()).build());
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String username) {
    return Optional.ofNullable(credential).map(RegisteredCredential::getUserHandle);
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return Optional.ofNullable(credential)
        .filter(c -> c.getUserHandle().equals(userHandle))
        .map(c -> USERNAME);
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return Optional.ofNullable(credential)
        .filter(c -> c.getCredentialId().equals(credentialId))
        .filter(c -> c.getUserHandle().equals(userHandle));
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return credential != null && credential.getCredentialId().equals(credentialId)
        ? Set.of(credential)
        : Set.of();
  }
}
