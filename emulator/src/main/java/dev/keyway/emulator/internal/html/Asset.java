package dev.keyway.emulator.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that belongs to every page. Its address changes with its content, so it never grows old.
 */
public enum Asset {
  /** The look. */
  STYLESHEET("keyway", "css", "text/css; charset=utf-8"),
  /** What is nicer with script; nothing needs it. */
  SCRIPT("keyway", "js", "text/javascript; charset=utf-8"),
  /** The mark. */
  ICON("keyway", "svg", "image/svg+xml");

  /** The path under which assets are. */
  public static final String BASE = "/_emulator/ui/assets";

  private static final int HASH_BYTES = 8;

  private final String fileName;
  private final String contentType;
  private final String text;

  Asset(String stem, String extension, String contentType) {
    this.contentType = contentType;
    this.text = read(stem + "." + extension);
    this.fileName = stem + "-" + hash(text) + "." + extension;
  }

  /** The asset with that file name. */
  public static Optional<Asset> find(String fileName) {
    return Arrays.stream(values()).filter(asset -> asset.fileName.equals(fileName)).findFirst();
  }

  /** Where it is. */
  public Url url() {
    return Url.path(BASE, fileName);
  }

  /** What it is. */
  public String contentType() {
    return contentType;
  }

  /** Its content. */
  public String text() {
    return text;
  }

  private static String read(String resource) {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's " + resource + " cannot be read", e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
