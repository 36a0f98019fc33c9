package dev.keyway.emulator.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What people write in editors: UTF-8, with or without a byte order mark. */
public final class HandWrittenText {
  private static final String MARK = "\ufeff";

  private HandWrittenText() {}

  /**
   * The text of a file without the mark.
   *
   * @throws WrongEncodingException if it is not UTF-8; its message says what it is
   */
  public static String of(byte[] file) throws WrongEncodingException {
    if (isUtf16(file)) {
      throw new WrongEncodingException("is UTF-16, not UTF-8: save it as UTF-8");
    }
    try {
      return unmarked(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException e) {
      throw new WrongEncodingException("is not UTF-8: save it as UTF-8");
    }
  }

  /** A text without the mark. */
  public static String unmarked(String text) {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  /** By its mark, or by the zeros that it has for letters of ASCII. */
  private static boolean isUtf16(byte[] file) {
    if (file.length < 2) {
      return false;
    }
    boolean mark =
        (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
            || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE);
    return mark || (file[0] == 0 ^ file[1] == 0);
  }

  /** Its message says what the file is, and what to do. */
  public static final class WrongEncodingException extends CharacterCodingException {
    private static final long serialVersionUID = 1L;

    private final String words;

    WrongEncodingException(String words) {
      this.words = words;
    }

    @Override
    public String getMessage() {
      return words;
    }
  }
}
