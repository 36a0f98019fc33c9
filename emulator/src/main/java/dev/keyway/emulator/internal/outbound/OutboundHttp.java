package dev.keyway.emulator.internal.outbound;

import dev.keyway.emulator.internal.address.AsciiUrl;
import dev.keyway.emulator.internal.address.UrlHost;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.Protocols;
import io.undertow.util.StringWriteChannelListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.XnioWorker;
import org.xnio.channels.StreamSourceChannel;

/**
 * The only class that opens connections to the outside: to loopback, and to hosts that whoever
 * starts the emulator lists, at addresses of a private network. The name is resolved once and the
 * address that was checked is the one that is connected to. Redirects are an answer like any other.
 * A thread of its own starts with the first request.
 */
public final class OutboundHttp {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private final Supplier<XnioWorker> worker;
  private final Set<String> allowed;
  private final ByteBufferPool buffers = new DefaultByteBufferPool(false, BUFFER_BYTES);
  private @Nullable ScheduledExecutorService thread;
  private boolean closed;

  /**
   * What sends.
   *
   * @param worker the server's threads
   * @param allowed names of hosts beside loopback, in lower case
   */
  public OutboundHttp(Supplier<XnioWorker> worker, Set<String> allowed) {
    this.worker = worker;
    this.allowed = Set.copyOf(allowed);
  }

  /** Where what became of a request is told, once. */
  public interface Receipt {
    /** The receiver answered. */
    void answered(int status);

    /** The same, to who {@linkplain #readsBody() reads} the answer. */
    default void answered(int status, String body) {
      answered(status);
    }

    /** Whether the answer's body is waited for; by default it is not looked at. */
    default boolean readsBody() {
      return false;
    }

    /** No answer came. */
    void failed(String reason);
  }

  /**
   * Checks what can be checked of a target without resolving its name.
   *
   * @throws IllegalArgumentException if nothing may ever be sent there
   */
  public void require(URI target) {
    String host = UrlHost.of(target);
    if (!"http".equalsIgnoreCase(target.getScheme()) || host.isEmpty()) {
      throw new IllegalArgumentException(
          "The target must be an absolute http URL but is " + target);
    }
    if (target.getPort() == 0 || target.getPort() > 65_535) {
      throw new IllegalArgumentException("The target's port must be from 1 to 65535");
    }
    if (target.getRawAuthority().indexOf('@') >= 0 || target.getRawFragment() != null) {
      throw new IllegalArgumentException("The target must have neither user info nor a fragment");
    }
    if (!isLoopback(host) && !isListed(host)) {
      throw new IllegalArgumentException(
          host
              + " is neither this machine nor a host that the emulator was started with:"
              + " AuthEmulator.builder().allowOutbound(…), or --allow-outbound");
    }
  }

  /** Posts, some time soon, on another thread. */
  public void post(
      URI target, Map<String, List<String>> headers, String body, Duration timeout, Receipt told) {
    Receipt once = once(told);
    if (!run(() -> send(Methods.POST, target, headers, body, timeout, once), Duration.ZERO)) {
      once.failed("the emulator is closing");
    }
  }

  /**
   * What came back of a question.
   *
   * @param status HTTP status
   * @param body the text, at most a megabyte
   */
  public record Answer(int status, String body) {}

  /**
   * Asks, and waits for the whole answer. Nobody who is waited for by others may call this.
   *
   * @throws IOException if nothing may be sent there, or no answer comes in time; the message says
   *     why
   */
  public Answer ask(
      String method, URI target, Map<String, List<String>> headers, String body, Duration timeout)
      throws IOException {
    try {
      require(target);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Receipt once = once(new Awaited(answer));
    if (!run(
        () -> send(new HttpString(method), target, headers, body, timeout, once), Duration.ZERO)) {
      throw new IOException("the emulator is closing");
    }
    try {
      return answer.get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("nobody waits for the answer any more", e);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout, e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? "failed" : e.getCause().getMessage(), e);
    }
  }

  /** Does something after a while, unless the emulator has closed by then. */
  public void later(Duration delay, Runnable work) {
    boolean unused = run(work, delay);
  }

  /** Ends the thread; nothing is posted any more. */
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  private synchronized boolean run(Runnable work, Duration delay) {
    if (closed) {
      return false;
    }
    if (thread == null) {
      thread =
          Executors.newSingleThreadScheduledExecutor(
              loop -> {
                Thread made = new Thread(loop, "keyway-emulator-outbound");
                made.setDaemon(true);
                return made;
              });
    }
    Future<?> unused = thread.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    return true;
  }

  private void send(
      HttpString method,
      URI target,
      Map<String, List<String>> headers,
      String body,
      Duration timeout,
      Receipt told) {
    URI direct;
    XnioWorker threads;
    try {
      direct = resolved(target);
      threads = worker.get();
    } catch (IOException refused) {
      told.failed(String.valueOf(refused.getMessage()));
      return;
    } catch (IllegalStateException closing) {
      told.failed("the emulator is closing");
      return;
    }
    later(timeout, () -> told.failed("no answer within " + timeout));
    UndertowClient.getInstance()
        .connect(
            new Step<ClientConnection>(told) {
              @Override
              public void completed(ClientConnection connection) {
                later(timeout, () -> IoUtils.safeClose(connection));
                connection.sendRequest(
                    request(method, target, headers, body), new Sent(connection, body, told));
              }
            },
            direct,
            threads,
            buffers,
            OptionMap.EMPTY);
  }

  private static ClientRequest request(
      HttpString method, URI target, Map<String, List<String>> headers, String body) {
    String path =
        target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    ClientRequest request =
        new ClientRequest()
            .setMethod(method)
            .setProtocol(Protocols.HTTP_1_1)
            .setPath(
                AsciiUrl.of(
                    target.getRawQuery() == null ? path : path + "?" + target.getRawQuery()));
    headers.forEach(
        (name, values) -> request.getRequestHeaders().putAll(new HttpString(name), values));
    request.getRequestHeaders().put(Headers.HOST, UrlHost.onTheWire(target).getRawAuthority());
    request.getRequestHeaders().put(Headers.CONNECTION, "close");
    request
        .getRequestHeaders()
        .put(Headers.CONTENT_LENGTH, body.getBytes(StandardCharsets.UTF_8).length);
    return request;
  }

  /** The same target with the address in place of the name. */
  private URI resolved(URI target) throws IOException {
    InetAddress address;
    try {
      address = InetAddress.getByName(UrlHost.of(target));
    } catch (UnknownHostException e) {
      throw new IOException("the host is not known", e);
    }
    boolean fits =
        address.isLoopbackAddress() || (isListed(UrlHost.of(target)) && isPrivate(address));
    if (!fits) {
      throw new IOException("the host's address is not one that the emulator connects to");
    }
    String literal =
        address instanceof Inet6Address
            ? "[" + address.getHostAddress().replaceAll("%.*", "") + "]"
            : address.getHostAddress();
    return URI.create(
        "http://" + literal + ":" + (UrlHost.port(target) < 0 ? 80 : UrlHost.port(target)));
  }

  private boolean isListed(String host) {
    return allowed.contains(host);
  }

  /** By its name alone: nothing is resolved. */
  private static boolean isLoopback(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("127(\\.[0-9]{1,3}){3}")
        || name.equals("[::1]");
  }

  /** Of a network of one's own: RFC 1918, RFC 4193. */
  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 ? (bytes[0] & 0xfe) == 0xfc : address.isSiteLocalAddress();
  }

  private static Receipt once(Receipt told) {
    AtomicBoolean done = new AtomicBoolean();
    return new Receipt() {
      @Override
      public void answered(int status) {
        if (done.compareAndSet(false, true)) {
          told.answered(status);
        }
      }

      @Override
      public void answered(int status, String body) {
        if (done.compareAndSet(false, true)) {
          told.answered(status, body);
        }
      }

      @Override
      public boolean readsBody() {
        return told.readsBody();
      }

      @Override
      public void failed(String reason) {
        if (done.compareAndSet(false, true)) {
          told.failed(reason);
        }
      }
    };
  }

  /** Who waits for an answer. */
  private record Awaited(CompletableFuture<Answer> answer) implements Receipt {
    @Override
    public void answered(int status) {
      answered(status, "");
    }

    @Override
    public void answered(int status, String body) {
      answer.complete(new Answer(status, body));
    }

    @Override
    public boolean readsBody() {
      return true;
    }

    @Override
    public void failed(String reason) {
      answer.completeExceptionally(new IOException(reason));
    }
  }

  /** Reads an answer to its end, as it comes. */
  private static final class Whole implements ChannelListener<StreamSourceChannel> {
    private final int status;
    private final ClientConnection connection;
    private final Receipt told;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Whole(int status, ClientConnection connection, Receipt told) {
      this.status = status;
      this.connection = connection;
      this.told = told;
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
      ByteBuffer part = ByteBuffer.allocate(BUFFER_BYTES);
      try {
        int read = channel.read(part);
        while (read > 0) {
          body.write(part.array(), 0, read);
          if (body.size() > LONGEST_ANSWER) {
            throw new IOException("too long");
          }
          part.clear();
          read = channel.read(part);
        }
        if (read == 0) {
          channel.getReadSetter().set(this);
          channel.resumeReads();
          return;
        }
        told.answered(status, body.toString(StandardCharsets.UTF_8));
      } catch (IOException e) {
        told.failed("the answer cannot be read");
      }
      IoUtils.safeClose(connection);
    }
  }

  /** A step that may fail. */
  private abstract static class Step<T> implements ClientCallback<T> {
    private final Receipt told;

    Step(Receipt told) {
      this.told = told;
    }

    @Override
    public void failed(IOException e) {
      told.failed("the connection failed");
    }
  }

  /** The headers are on their way: sends the body and waits for the answer. */
  private static final class Sent extends Step<ClientExchange> {
    private final ClientConnection connection;
    private final String body;
    private final Receipt told;

    Sent(ClientConnection connection, String body, Receipt told) {
      super(told);
      this.connection = connection;
      this.body = body;
      this.told = told;
    }

    @Override
    public void completed(ClientExchange exchange) {
      exchange.setResponseListener(
          new Step<ClientExchange>(told) {
            @Override
            public void completed(ClientExchange answered) {
              int status = answered.getResponse().getResponseCode();
              if (told.readsBody()) {
                new Whole(status, connection, told).handleEvent(answered.getResponseChannel());
                return;
              }
              IoUtils.safeClose(connection);
              told.answered(status);
            }
          });
      new StringWriteChannelListener(body, StandardCharsets.UTF_8)
          .setup(exchange.getRequestChannel());
    }
  }
}
