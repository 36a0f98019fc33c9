package dev.keyway.emulator.internal.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AsciiUrlTest {

  /** Cut to a byte, the three would be a blank and the end of a line. */
  @Test
  void nothingButVisibleAsciiIsLeft() {
    assertEquals(
        "http://a/token%C4%A0HTTP%C4%8D%C4%8AX:1",
        AsciiUrl.of("http://a/token\u0120HTTP\u010d\u010aX:1"));
    assertEquals("/%0D%0A%20%7F%F0%9F%98%80", AsciiUrl.of("/\r\n \u007f\ud83d\ude00"));
  }

  @Test
  void asciiStaysAsItIs() {
    String url = "https://a.example:8/p;x/%20?q=%C3%BC&r=~!'()*#f";
    assertEquals(url, AsciiUrl.of(url));
  }
}
