package dev.keyway.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what comes to a port of its own, byte by byte, and keeps what went each way. */
final class Wiretap implements AutoCloseable {

  private final ServerSocket entrance;
  private final URI target;
  private final Consumer<String> listener;

  /**
   * Begins.
   *
   * @param listener told each direction of each connection, once it ended
   */
  Wiretap(URI target, Consumer<String> listener) {
    this.target = target;
    this.listener = listener;
    try {
      entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Where the target is reached through the tap. */
  URI url() {
    return URI.create(
        "http://127.0.0.1:%d%s".formatted(entrance.getLocalPort(), target.getRawPath()));
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        start(() -> pump(client, server));
        start(() -> pump(server, client));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void pump(Socket from, Socket to) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        // Kept first: what was answered may be logged before this thread goes on.
        kept.write(buffer, 0, count);
        out.write(buffer, 0, count);
        out.flush();
      }
    } catch (IOException e) {
      // One side went.
    }
    listener.accept(kept.toString(StandardCharsets.UTF_8));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "wiretap");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
