package dev.keyway.emulator.internal.totp;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of one bit per pixel. The Java platform's own writer would bring the desktop module,
 * which slim run-time images leave out.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
 */
final class MonochromePng {
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
  };

  private MonochromePng() {}

  static byte[] of(BitMatrix matrix) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    writeInt(header, matrix.getWidth());
    writeInt(header, matrix.getHeight());
    // One bit per sample, greyscale, then the only compression, filter and interlace methods.
    header.writeBytes(new byte[] {1, 0, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", deflate(rows(matrix)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] rows(BitMatrix matrix) {
    int width = (matrix.getWidth() + 7) / 8;
    byte[] rows = new byte[(width + 1) * matrix.getHeight()];
    for (int y = 0; y < matrix.getHeight(); y++) {
      int row = y * (width + 1) + 1;
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (!matrix.get(x, y)) {
          rows[row + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    writeInt(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    writeInt(out, (int) crc.getValue());
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }
}
