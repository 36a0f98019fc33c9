package dev.keyway.providers.jwt;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url with one text only for what it stands for (RFC 4648, sections 3.5 and 5): decoders pass
 * over padding and the last character's unused bits. Not Nimbus's, which takes constant time:
 * nothing here is secret.
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
