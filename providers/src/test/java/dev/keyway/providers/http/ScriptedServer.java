package dev.keyway.providers.http;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that answers each request as told, byte by byte if need be, and remembers
 * what it was sent.
 */
public final class ScriptedServer implements AutoCloseable {

  /**
   * A request as it came.
   *
   * @param target the path and query, not decoded
   * @param headers by name in lower case
   */
  public record Received(String method, String target, Map<String, String> headers, String body) {

    /** The target without its query. */
    public String path() {
      return target.split("\\?", 2)[0];
    }
  }

  /**
   * What to do with a request.
   *
   * @param text what to write, in UTF-8
   * @param then whether to close the connection, keep it, or stay silent until the server is closed
   */
  public record Reply(String text, Then then) {

    /** What comes after the bytes. */
    public enum Then {
      KEEP,
      CLOSE,
      HANG
    }

    /** JSON with its true length. */
    public static Reply json(int status, String body, String... headers) {
      return of(status, "application/json; charset=utf-8", body, headers);
    }

    /** Plain text with its true length. */
    public static Reply text(int status, String body, String... headers) {
      return of(status, "text/plain; charset=utf-8", body, headers);
    }

    /** Any media type with its true length. */
    public static Reply of(int status, String type, String body, String... headers) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      head.append("content-type: ").append(type).append("\r\n");
      head.append("content-length: ").append(bytes.length).append("\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      return raw(head + "\r\n" + body, Then.KEEP);
    }

    /** These very characters. */
    public static Reply raw(String text, Then then) {
      return new Reply(text, then);
    }

    /** Not a byte; the connection is closed. */
    public static Reply dropped() {
      return raw("", Then.CLOSE);
    }

    /** Not a byte, and no end. */
    public static Reply silence() {
      return raw("", Then.HANG);
    }
  }

  private final ServerSocket socket;
  private final Function<Received, Reply> script;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  private ScriptedServer(Function<Received, Reply> script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    start(this::accept);
  }

  /** Answers every request by this function. */
  public static ScriptedServer answering(Function<Received, Reply> script) {
    try {
      return new ScriptedServer(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers every request with this. */
  public static ScriptedServer always(Reply reply) {
    return answering(request -> reply);
  }

  /** Where it listens, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** All requests so far, in order. */
  public List<Received> received() {
    return received;
  }

  /** How many connections were opened so far. */
  public int connections() {
    return open.size();
  }

  /** Waits for the first request. */
  public void awaitFirst() throws InterruptedException {
    first.await();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        open.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      while (true) {
        Received request = read(in);
        if (request == null) {
          return;
        }
        received.add(request);
        first.countDown();
        Reply reply = script.apply(request);
        out.write(reply.text().getBytes(StandardCharsets.UTF_8));
        out.flush();
        if (reply.then() == Reply.Then.CLOSE) {
          return;
        }
        if (reply.then() == Reply.Then.HANG) {
          in.readAllBytes();
          return;
        }
      }
    } catch (IOException e) {
      // The client went away, as it may.
    }
  }

  private static @Nullable Received read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    String[] start = line.split(" ", 3);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String[] parts = header.split(":", 2);
      headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (a, b) -> a + "\n" + b);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(start[0], start[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
