package dev.keyway.providers.webauthn;

import java.util.Base64;
import java.util.Optional;

/** How binary values may be written in a credential. */
public enum Base64Form {
  /** In the URL-safe alphabet without padding: what browsers' {@code toJSON()} writes. */
  UNPADDED {
    @Override
    boolean accepts(String text) {
      return !text.contains("=");
    }
  },
  /** With padding too, as pages write that encode by hand, for a vendor that takes it. */
  PADDED_OR_NOT {
    @Override
    boolean accepts(String text) {
      return true;
    }
  };

  abstract boolean accepts(String text);

  /** The bytes; empty when there are none or it is another form. */
  Optional<byte[]> decode(String text) {
    String bare = unpadded(text);
    if (bare.isEmpty() || !accepts(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String unpadded(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    return base64.substring(0, end);
  }
}
