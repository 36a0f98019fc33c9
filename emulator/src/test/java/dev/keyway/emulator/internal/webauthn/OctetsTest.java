package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"+AAA", "/AAA", "AAA+", "AA/A"})
  void thePlainAlphabetIsReadOnlyWhereItIsAllowed(String plain) {
    assertEquals(plain, Octets.decode(plain, Base64Form.ANY).base64());
    assertThrows(IllegalArgumentException.class, () -> Octets.decode(plain, Base64Form.URL));
    String url = plain.replace('+', '-').replace('/', '_');
    assertEquals(Octets.decode(plain, Base64Form.ANY), Octets.decode(url, Base64Form.URL));
    assertEquals(url, Octets.decode(url, Base64Form.ANY).base64Url());
  }

  @Test
  void theSameBytesAreEqualAndNotShown() {
    Octets octets = Octets.of(new byte[] {1, 2});
    assertEquals(octets, Octets.of(new byte[] {1, 2}));
    assertEquals(octets.hashCode(), Octets.of(new byte[] {1, 2}).hashCode());
    assertNotEquals(octets, Octets.of(new byte[] {1, 3}));
    assertNotEquals(octets.hashCode(), Octets.of(new byte[] {1, 3}).hashCode());
    assertNotEquals(octets, "AQI");
    assertEquals("Octets[2 bytes]", octets.toString());
  }
}
