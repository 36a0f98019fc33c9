package dev.keyway.providers.handle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The plain text inside a handle: the expiry in milliseconds since 1970 (8 bytes), then each
 * field's name and value in the order of the names, each as its length in bytes (2 bytes) and
 * UTF-8.
 */
final class HandleFields {

  private HandleFields() {}

  static byte[] encode(Instant expiresAt, Map<String, String> fields) {
    byte[][] texts =
        new TreeMap<>(fields)
            .entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    int length = Long.BYTES;
    for (byte[] text : texts) {
      length += Short.BYTES + text.length;
    }
    ByteBuffer plain = ByteBuffer.allocate(length).putLong(expiresAt.toEpochMilli());
    for (byte[] text : texts) {
      // Beyond two bytes it is far beyond a handle's limit, which the caller checks.
      plain.putShort((short) text.length).put(text);
    }
    return plain.array();
  }

  /** Empty when the bytes are not of this form. */
  static Optional<OpenedHandle> decode(String kind, byte[] bytes) {
    try {
      ByteBuffer plain = ByteBuffer.wrap(bytes);
      Instant expiresAt = Instant.ofEpochMilli(plain.getLong());
      Map<String, String> fields = new TreeMap<>();
      while (plain.hasRemaining()) {
        fields.put(text(plain), text(plain));
      }
      return Optional.of(new OpenedHandle(kind, expiresAt, fields));
    } catch (BufferUnderflowException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(ByteBuffer plain) {
    byte[] text = new byte[Short.toUnsignedInt(plain.getShort())];
    plain.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
