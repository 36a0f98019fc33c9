package dev.keyway.providers.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrImagesTest {

  private static final TotpKey KEY =
      TotpKey.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @Test
  void aPngReadsAsWhatItSays() throws Exception {
    String text = OtpauthUri.of("Ünïcode & Söhne: Ltd", "jane+tag@example.org", KEY).reveal();
    QrCode png = QrImages.png(text);
    assertEquals("image/png", png.mediaType());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.bytes()));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertEquals(text, read(image.getWidth(), pixels));
  }

  /** Some readers take no chunk whose checksum is wrong: PNG, section 5.3. */
  @Test
  void everyChunkOfAPngHasItsChecksum() {
    ByteBuffer png = ByteBuffer.wrap(QrImages.png("otpauth://totp/A:b?secret=MZXW6YTBOI").bytes());
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
  void anSvgReadsAsWhatItSays() throws Exception {
    String text = "otpauth://totp/A:b?secret=MZXW6YTBOI&issuer=A";
    String svg = new String(QrImages.svg(text).bytes(), StandardCharsets.UTF_8);
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertTrue(box.find());
    int scale = 4;
    int width = Integer.parseInt(box.group(1)) * scale;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (module.find()) {
      int left = Integer.parseInt(module.group(1)) * scale;
      int top = Integer.parseInt(module.group(2)) * scale;
      for (int y = top; y < top + scale; y++) {
        Arrays.fill(pixels, y * width + left, y * width + left + scale, 0);
      }
    }
    assertEquals(text, read(width, pixels));
  }

  @Test
  void theUriCannotBeBrokenByNames() {
    assertEquals(
        "otpauth://totp/A%3A%20B%3Fsecret%3DX:c%26d?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=A%3A%20B%3Fsecret%3DX&algorithm=SHA1&digits=6&period=30",
        OtpauthUri.of("A: B?secret=X", "c&d", KEY).reveal());
  }

  @Test
  void whatDoesNotFitIsRefusedWithoutQuotingIt() {
    AuthException failure =
        assertThrows(AuthException.class, () -> QrImages.png("secret".repeat(1000)));
    assertEquals(ErrorCode.INVALID_ARGUMENT, failure.code());
    assertFalse(failure.toString().contains("secret"));
  }

  private static String read(int width, int[] pixels) throws Exception {
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(width, pixels.length / width, pixels))))
        .getText();
  }
}
