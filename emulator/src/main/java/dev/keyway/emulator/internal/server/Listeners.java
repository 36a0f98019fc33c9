package dev.keyway.emulator.internal.server;

import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.PortTakenException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.HttpContinueReadHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;
import org.xnio.XnioWorker;

/**
 * The ports. HTTPS opens, and its certificate is made, when somebody first asks.
 *
 * @see Binding
 */
@Singleton
public final class Listeners {
  /** They answer most requests. More than these would only make the start longer. */
  private static final int IO_THREADS =
      Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

  /** As many as stay when nobody waits. */
  private static final int WORKER_THREADS = 32;

  /**
   * A request that is held or delayed, and one that waits for a message, occupy a thread each. So
   * threads are made whenever all others are busy, and end after a minute without work: one world's
   * waiting requests never keep another world's from being answered. The bound is there for the
   * machine's sake only.
   */
  private static final int MOST_WORKER_THREADS = 4_096;

  /**
   * How long a connection may be silent between two requests: longer than clients keep one (the
   * JDK's keeps it for twenty minutes), because a request that meets the server's closing is lost.
   */
  private static final int IDLE_MILLIS = 30 * 60_000;

  /** JSON nests up to a thousand deep, and what reads and writes it calls itself for each level. */
  private static final long STACK_BYTES = 4 << 20;

  private static final long UNBOUNDED = -1;

  private static final int MAX_HEADERS = 200;

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  /** For requests that were held, or are just being answered, when the ports close. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  private final EmulatorOptions options;
  private final Binding binding;
  private final LocalTls tls;
  private final InFlight inFlight;
  private final List<Undertow> open = new ArrayList<>();
  private @Nullable UndertowHandler handler;

  /** Read without a lock: who opens a port holds it, and waits for threads that ask this. */
  private volatile @Nullable URI httpUrl;

  private volatile @Nullable URI httpsUrl;

  @Inject
  Listeners(EmulatorOptions options, LocalTls tls, InFlight inFlight) {
    this.inFlight = inFlight;
    this.options = options;
    this.binding = Binding.of(options);
    this.tls = tls;
  }

  /**
   * Opens the HTTP port.
   *
   * @param requests answers what comes, there and at the HTTPS port
   * @throws PortTakenException if that is taken or not to be had
   */
  synchronized void openHttp(UndertowHandler requests) {
    ServerLog.quieten();
    Undertow first =
        server(requests, null)
            .setWorkerOption(Options.THREAD_DAEMON, true)
            .addHttpListener(options.port(), binding.host())
            .build();
    start(first, options.port());
    int opened = portOf(first);
    binding
        .also()
        .ifPresent(
            host ->
                tryStart(
                    server(requests, first.getWorker()).addHttpListener(opened, host).build()));
    handler = requests;
    httpUrl = URI.create("http://" + binding.urlHost() + ":" + opened);
  }

  /** The HTTP port's address. A request that comes while it opens waits here for a moment. */
  URI httpUrl() {
    URI open = httpUrl;
    if (open != null) {
      return open;
    }
    synchronized (this) {
      return Objects.requireNonNull(httpUrl, "the HTTP port is not open");
    }
  }

  /** Whether {@link #httpUrl} answers without waiting. */
  boolean areOpen() {
    return httpUrl != null;
  }

  /**
   * Opens the HTTPS port, unless it is open. The HTTP port must be.
   *
   * @return its address
   * @throws PortTakenException if that is taken
   */
  public synchronized URI openHttps() {
    if (httpsUrl != null) {
      return httpsUrl;
    }
    if (open.isEmpty() || handler == null) {
      throw new IllegalStateException("The emulator is not running");
    }
    UndertowHandler requests = handler;
    XnioWorker worker = open.get(0).getWorker();
    SSLContext context = tls.serverContext();
    Undertow first =
        server(requests, worker)
            .addHttpsListener(options.httpsPort(), binding.host(), context)
            .build();
    start(first, options.httpsPort());
    int opened = portOf(first);
    binding
        .also()
        .ifPresent(
            host ->
                tryStart(server(requests, worker).addHttpsListener(opened, host, context).build()));
    httpsUrl = URI.create("https://" + binding.urlHost() + ":" + opened);
    return httpsUrl;
  }

  /** The HTTPS port's address, if it was opened. */
  public Optional<URI> httpsUrl() {
    return Optional.ofNullable(httpsUrl);
  }

  /**
   * The threads that answer.
   *
   * @throws IllegalStateException if no port is open
   */
  public synchronized XnioWorker worker() {
    if (open.isEmpty()) {
      throw new IllegalStateException("The emulator is not running");
    }
    return open.get(0).getWorker();
  }

  /** Waits a moment for responses under way. */
  public void drain() {
    inFlight.awaitNone(LAST_ANSWERS);
  }

  /** Closes all ports and ends all connections. */
  public synchronized void close() {
    // The first one's worker serves the others too.
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).stop();
    }
    open.clear();
  }

  private Undertow.Builder server(UndertowHandler requests, @Nullable XnioWorker shared) {
    Duration timeout = options.requestTimeout();
    Undertow.Builder builder =
        Undertow.builder()
            .setHandler(new HttpContinueReadHandler(new WholeRequest(requests, timeout)))
            // WholeRequest has the bound: the server itself would hang up without a response.
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNBOUNDED)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .setServerOption(
                UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(timeout.toMillis()))
            // A client that reads nothing of its response is cut like one that sends nothing.
            .setSocketOption(Options.WRITE_TIMEOUT, Math.toIntExact(timeout.toMillis()))
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
            .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES);
    return shared == null
        ? builder
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKER_THREADS)
            .setWorkerOption(Options.WORKER_TASK_MAX_THREADS, MOST_WORKER_THREADS)
            .setWorkerOption(Options.STACK_SIZE, STACK_BYTES)
        : builder.setWorker(shared);
  }

  private void start(Undertow server, int port) {
    try {
      server.start();
    } catch (RuntimeException e) {
      server.stop();
      throw new PortTakenException(
          port, "Cannot listen at " + binding.urlHost() + ":" + port + ": " + reason(e), cause(e));
    }
    open.add(server);
  }

  private void tryStart(Undertow server) {
    try {
      server.start();
      open.add(server);
    } catch (RuntimeException e) {
      // No IPv6 here, or the number is taken there: base URLs name the first address.
      return;
    }
  }

  private static IOException cause(RuntimeException e) {
    return e.getCause() instanceof IOException io ? io : new IOException(e);
  }

  private static String reason(RuntimeException e) {
    return Objects.requireNonNullElse(cause(e).getMessage(), "unknown reason");
  }

  private static int portOf(Undertow server) {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
