package dev.keyway.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Files that people write in editors: in UTF-8, with or without a byte order mark. */
public final class HandWrittenFile {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private HandWrittenFile() {}

  /**
   * The bytes without the mark.
   *
   * @throws WrongEncodingException if it is UTF-16
   */
  public static byte[] bytes(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    if (isUtf16(all)) {
      throw new WrongEncodingException("is UTF-16; save it as UTF-8");
    }
    boolean marked = Arrays.equals(MARK, Arrays.copyOf(all, MARK.length));
    return marked ? Arrays.copyOfRange(all, MARK.length, all.length) : all;
  }

  /**
   * The text without the mark.
   *
   * @throws WrongEncodingException if it is not UTF-8
   */
  public static String text(Path file) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    } catch (CharacterCodingException e) {
      throw new WrongEncodingException("is not UTF-8; save it as UTF-8");
    }
  }

  /** Why the file could not be read, in words that go on after its name. */
  public static String problem(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "is a directory";
    }
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    return e instanceof AccessDeniedException
        ? "may not be read by this process"
        : "can't be read (" + e.getClass().getSimpleName() + ")";
  }

  /** By its mark, or by the zeros that it has for letters of ASCII. */
  private static boolean isUtf16(byte[] all) {
    if (all.length < 2) {
      return false;
    }
    boolean mark =
        (all[0] == (byte) 0xFE && all[1] == (byte) 0xFF)
            || (all[0] == (byte) 0xFF && all[1] == (byte) 0xFE);
    return mark || (all[0] == 0 ^ all[1] == 0);
  }

  /** Its message says what the file is, and what to do. */
  public static final class WrongEncodingException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongEncodingException(String message) {
      super(message);
    }

    /** The message, which is always there. */
    public String words() {
      return String.valueOf(getMessage());
    }
  }
}
