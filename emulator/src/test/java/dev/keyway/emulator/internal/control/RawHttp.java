package dev.keyway.emulator.internal.control;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no decent client would send, byte by byte. */
final class RawHttp {
  private RawHttp() {}

  /** Sends a head and a body, and reads until the server hangs up. */
  static String exchange(URI server, String requestLine, String body, String... headers)
      throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      StringBuilder head = new StringBuilder(requestLine).append("\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Connection: close\r\nContent-Length: ").append(body.length()).append("\r\n\r\n");
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The status of an answer. */
  static int status(String response) {
    return Integer.parseInt(response.split(" ", 3)[1]);
  }
}
