package dev.keyway;

/** An image that holds a secret. {@link #toString()} shows its type only. */
public final class QrCode {

  private final String mediaType;
  private final byte[] bytes;

  private QrCode(String mediaType, byte[] bytes) {
    this.mediaType = Arguments.notBlank(mediaType, "mediaType");
    this.bytes = Arguments.notNull(bytes, "bytes").clone();
  }

  /** Wraps an image's bytes. */
  public static QrCode of(String mediaType, byte[] bytes) {
    return new QrCode(mediaType, bytes);
  }

  /** {@code image/png} or {@code image/svg+xml}. */
  public String mediaType() {
    return mediaType;
  }

  /** The image file's bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "QrCode[" + mediaType + "]";
  }
}
