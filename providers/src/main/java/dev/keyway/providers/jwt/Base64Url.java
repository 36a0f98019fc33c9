package dev.keyway.providers.jwt;

import java.util.Arrays;
import java.util.Base64;

/**
 * Canonical base64url (RFC 4648, sections 3.5 and 5): of the texts that a decoder takes for the
 * same bytes, with padding or other unused bits in the last character, one is accepted. Not in
 * constant time, as Nimbus decodes: how long a token takes tells nothing that its bearer does not
 * know.
 */
final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  /**
   * The bytes.
   *
   * @throws IllegalArgumentException if it is not the text that an encoder makes of them
   */
  static byte[] decode(String text) {
    byte[] bytes = DECODER.decode(text);
    // Three bytes are four characters without a bit to spare.
    byte[] rest = Arrays.copyOfRange(bytes, bytes.length - bytes.length % 3, bytes.length);
    if (text.endsWith("=") || !text.endsWith(ENCODER.encodeToString(rest))) {
      throw new IllegalArgumentException("Another text for the same bytes");
    }
    return bytes;
  }
}
