package dev.keyway.emulator.internal.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Base64;
import java.util.Map;

/** QR codes as PNG images. */
public final class QrPng {
  private static final int QUIET_ZONE_MODULES = 4;

  private QrPng() {}

  /**
   * A black-on-white PNG with the quiet zone that readers need.
   *
   * @param text what a reader gets
   * @param pixels width and height at least; a code with more modules is larger
   * @throws IllegalArgumentException if {@code text} is longer than a QR code can hold
   */
  public static byte[] png(String text, int pixels) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  pixels,
                  pixels,
                  Map.of(
                      EncodeHintType.CHARACTER_SET,
                      "UTF-8",
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      QUIET_ZONE_MODULES));
      return MonochromePng.of(matrix);
    } catch (WriterException e) {
      // The message of the library quotes nothing of the text, but its cause might: dropped.
      throw new IllegalArgumentException("too long for a QR code");
    }
  }

  /** The image as a {@code data:} URI. */
  public static String dataUri(String text, int pixels) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text, pixels));
  }
}
