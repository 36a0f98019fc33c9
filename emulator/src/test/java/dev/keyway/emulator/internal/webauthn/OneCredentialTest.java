package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the library asks of a store of credentials: this one has the credential at hand, or none.
 */
class OneCredentialTest {
  private static final ByteArray ID = bytes(1);
  private static final ByteArray USER = bytes(2);
  private static final RegisteredCredential CREDENTIAL =
      RegisteredCredential.builder()
          .credentialId(ID)
          .userHandle(USER)
          .publicKeyCose(bytes(3))
          .build();

  private final OneCredential one = new OneCredential(CREDENTIAL);
  private final OneCredential none = new OneCredential(null);

  private static ByteArray bytes(int value) {
    return new ByteArray(new byte[] {(byte) value});
  }

  @Test
  void itIsFoundByItsIdAndItsUserTogether() {
    assertEquals(Optional.of(CREDENTIAL), one.lookup(ID, USER));
    assertEquals(Optional.empty(), one.lookup(bytes(9), USER));
    assertEquals(Optional.empty(), one.lookup(ID, bytes(9)));
    assertEquals(Optional.empty(), none.lookup(ID, USER));
  }

  @Test
  void itIsFoundByItsId() {
    assertEquals(Set.of(CREDENTIAL), one.lookupAll(ID));
    assertEquals(Set.of(), one.lookupAll(bytes(9)));
    assertEquals(Set.of(), none.lookupAll(ID));
  }

  @Test
  void nameAndHandleLeadToEachOther() {
    String name = OneCredential.USERNAME;
    assertEquals(
        Set.of(PublicKeyCredentialDescriptor.builder().id(ID).build()),
        one.getCredentialIdsForUsername(name));
    assertEquals(Optional.of(USER), one.getUserHandleForUsername(name));
    assertEquals(Optional.of(name), one.getUsernameForUserHandle(USER));
    assertEquals(Optional.empty(), one.getUsernameForUserHandle(bytes(9)));
    assertEquals(Set.of(), none.getCredentialIdsForUsername(name));
    assertEquals(Optional.empty(), none.getUserHandleForUsername(name));
    assertEquals(Optional.empty(), none.getUsernameForUserHandle(USER));
  }
}
