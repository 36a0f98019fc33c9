package dev.keyway.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.internal.HandWrittenFile.WrongEncodingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandWrittenFileTest {

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("written"), bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "\u00fc", "a=b", "\uFEFF", "\uFEFFa", "a\uFEFF"})
  void utf8IsReadWithoutItsMark(String text) throws Exception {
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Path file = file(text.getBytes(UTF_8));
    assertEquals(bare, HandWrittenFile.text(file));
    assertArrayEquals(bare.getBytes(UTF_8), HandWrittenFile.bytes(file));
  }

  /** With a mark whatever comes after it, without one by the zeros beside letters of ASCII. */
  @Test
  void utf16IsTold() throws Exception {
    for (String text : new String[] {"", "a", "\u4e2d\u6587"}) {
      refusedAsUtf16(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
      refusedAsUtf16(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    }
    refusedAsUtf16("a".getBytes(StandardCharsets.UTF_16BE));
    refusedAsUtf16("a".getBytes(StandardCharsets.UTF_16LE));
  }

  private void refusedAsUtf16(byte[] bytes) throws IOException {
    Path file = file(bytes);
    WrongEncodingException refusal =
        assertThrows(WrongEncodingException.class, () -> HandWrittenFile.bytes(file));
    assertEquals("is UTF-16; save it as UTF-8", refusal.words());
  }

  /** Half a mark, or the two halves of different ones, is no mark. */
  @Test
  void otherBytesAreNeitherUtf16NorUtf8() throws Exception {
    for (byte[] bytes :
        new byte[][] {{-2}, {-1}, {-2, 'a'}, {'a', -2}, {-1, 'a'}, {'a', -1}, {-1, -1}, {-2, -2}}) {
      Path file = file(bytes);
      assertArrayEquals(bytes, HandWrittenFile.bytes(file));
      WrongEncodingException refusal =
          assertThrows(WrongEncodingException.class, () -> HandWrittenFile.text(file));
      assertEquals("is not UTF-8; save it as UTF-8", refusal.words());
    }
  }

  @Test
  void whyItCouldNotBeReadGoesOnAfterItsName() {
    Path file = folder.resolve("written");
    assertEquals("is a directory", HandWrittenFile.problem(folder, new IOException("x")));
    assertEquals("does not exist", HandWrittenFile.problem(file, new NoSuchFileException("x")));
    assertEquals(
        "may not be read by this process",
        HandWrittenFile.problem(file, new AccessDeniedException("x")));
    assertEquals("can't be read (IOException)", HandWrittenFile.problem(file, new IOException()));
  }
}
