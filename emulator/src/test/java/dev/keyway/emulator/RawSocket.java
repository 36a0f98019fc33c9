package dev.keyway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes as they are, for what no HTTP client would send. */
final class RawSocket implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofMinutes(5).toMillis();

  private final Socket socket;

  RawSocket(URI emulator) throws IOException {
    socket = new Socket(emulator.getHost(), emulator.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** One request on a connection of its own: what came back until the line was cut. */
  static String exchange(URI emulator, String request) throws IOException {
    try (RawSocket line = new RawSocket(emulator)) {
      return line.send(request).rest();
    }
  }

  /** The status of an answer; 0 when the line was cut without one. */
  static int status(String response) {
    return response.startsWith("HTTP/1.1 ") ? Integer.parseInt(response.substring(9, 12)) : 0;
  }

  RawSocket send(String bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException hungUp) {
      // The answer may have come before all was sent; it is read next.
      return this;
    }
    return this;
  }

  /** Everything that comes until the line is cut. */
  String rest() throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        all.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException reset) {
      return all.toString();
    }
    return all.toString();
  }

  /** Reads until the text ends with {@code end}. */
  String until(String end) throws IOException {
    StringBuilder all = new StringBuilder();
    while (all.indexOf(end) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("The line was cut after: " + all);
      }
      all.append((char) next);
    }
    return all.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
