package dev.keyway.emulator.internal.totp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrPngTest {
  private static final String TEXT =
      "otpauth://totp/Acme:j%C3%BCrgen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme";

  @Test
  void aReaderGetsTheTextBack() throws Exception {
    for (int pixels : new int[] {1, 250, 251, 400}) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPng.png(TEXT, pixels)));
      assertTrue(image.getWidth() >= pixels && image.getWidth() == image.getHeight());
      int[] rgb =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), rgb);
      var bitmap = new BinaryBitmap(new HybridBinarizer(source));
      // At one pixel per module the finder patterns are too small for the reader's search.
      var hints = Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE);
      assertEquals(TEXT, new QRCodeReader().decode(bitmap, hints).getText());
    }
  }

  /** Some readers take no chunk whose checksum is wrong: PNG, section 5.3. */
  @Test
  void everyChunkHasItsChecksum() {
    ByteBuffer png = ByteBuffer.wrap(QrPng.png(TEXT, 250));
    png.position(8);
    List<String> names = new ArrayList<>();
    while (png.hasRemaining()) {
      byte[] chunk = new byte[4 + png.getInt()];
      png.get(chunk);
      CRC32 checksum = new CRC32();
      checksum.update(chunk);
      String name = new String(chunk, 0, 4, StandardCharsets.US_ASCII);
      assertEquals((int) checksum.getValue(), png.getInt(), name);
      names.add(name);
    }
    assertEquals(List.of("IHDR", "IDAT", "IEND"), names);
  }

  @Test
  void theDataUriIsTheSameImage() {
    String uri = QrPng.dataUri(TEXT, 200);
    String prefix = "data:image/png;base64,";
    assertTrue(uri.startsWith(prefix));
    assertArrayEquals(
        QrPng.png(TEXT, 200), Base64.getDecoder().decode(uri.substring(prefix.length())));
  }

  @Test
  void aTextThatNoCodeHoldsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> QrPng.png("x".repeat(3000), 200));
  }
}
