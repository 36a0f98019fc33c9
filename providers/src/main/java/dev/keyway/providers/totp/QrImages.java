package dev.keyway.providers.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** QR codes as image files, drawn without the desktop's toolkit. */
public final class QrImages {

  private static final int MODULE_PIXELS = 6;
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4);

  private QrImages() {}

  /** A PNG image, black on white, with its quiet zone. */
  public static QrCode png(String text) {
    return QrCode.of("image/png", Png.of(modules(text), MODULE_PIXELS));
  }

  /** An SVG image of the same, without a size of its own. */
  public static QrCode svg(String text) {
    BitMatrix modules = modules(text);
    int size = modules.getWidth();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
            + "<path d=\"%s\"/></svg>";
    return QrCode.of(
        "image/svg+xml",
        svg.formatted(size, size, size, size, path).getBytes(StandardCharsets.UTF_8));
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException e) {
      // The writer's message may quote the text, which holds the key.
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "The names are too long for a QR code");
    }
  }
}
