package dev.keyway.emulator.http;

import dev.keyway.emulator.PortTakenException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.HttpContinueReadHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  /** Few: what is asked of a test server is latency, not throughput. */
  private static final int IO_THREADS = 2;

  /** As many as stay when nobody waits. */
  private static final int WORKER_THREADS = 32;

  /**
   * A request that is held or delayed, and one that waits for a message, occupy a thread each. So
   * threads are made whenever all others are busy, and end after a minute without work: one world's
   * waiting requests never keep another world's from being answered. The bound is there for the
   * machine's sake only.
   */
  private static final int MOST_WORKER_THREADS = 4_096;

  /** How long a client may take to send a request, unless told otherwise. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  /** How long a connection may be silent between two requests. */
  private static final int IDLE_MILLIS = 60_000;

  private static final long UNBOUNDED = -1;

  private static final int MAX_HEADERS = 200;

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  /** For requests that were held, or are just being answered, when the ports close. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  private final InFlight handler;
  private final LocalTls tls;
  private final List<Undertow> open = new ArrayList<>();
  private Binding binding = Binding.loopback();
  private Duration patience = DEFAULT_PATIENCE;

  @Inject
  Listeners(UndertowHandler handler, LocalTls tls) {
    this.handler = new InFlight(handler);
    this.tls = tls;
  }

  /** How long a client may take to send a request, on ports that open from now on. */
  public synchronized void patience(Duration longest) {
    patience = longest;
  }

  /**
   * Opens the HTTP port.
   *
   * @param where the addresses, also of the HTTPS port
   * @param port 0 for any free one
   * @return the port's number
   * @throws PortTakenException if that is taken or not to be had
   */
  public synchronized int openHttp(Binding where, int port) {
    binding = where;
    Undertow first =
        server(null)
            .setWorkerOption(Options.THREAD_DAEMON, true)
            .addHttpListener(port, where.host())
            .build();
    start(first, port);
    int opened = portOf(first);
    where
        .also()
        .ifPresent(
            host -> tryStart(server(first.getWorker()).addHttpListener(opened, host).build()));
    return opened;
  }

  /**
   * Opens the HTTPS port. The HTTP port must be open.
   *
   * @param port 0 for any free one
   * @return the port's number
   * @throws PortTakenException if that is taken
   */
  public synchronized int openHttps(int port) {
    if (open.isEmpty()) {
      throw new IllegalStateException("The emulator is not running");
    }
    XnioWorker worker = open.get(0).getWorker();
    SSLContext context = tls.serverContext();
    Undertow first = server(worker).addHttpsListener(port, binding.host(), context).build();
    start(first, port);
    int opened = portOf(first);
    binding
        .also()
        .ifPresent(
            host -> tryStart(server(worker).addHttpsListener(opened, host, context).build()));
    return opened;
  }

  /** How clients on this machine name it in a URL. */
  public synchronized String urlHost() {
    return binding.urlHost();
  }

  /** Waits a moment for answers under way. */
  public void drain() {
    handler.awaitNone(LAST_ANSWERS);
  }

  /** Closes all ports and ends all connections. */
  public synchronized void close() {
    // The first one's worker serves the others too.
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).stop();
    }
    open.clear();
  }

  private Undertow.Builder server(@Nullable XnioWorker shared) {
    Undertow.Builder builder =
        Undertow.builder()
            .setHandler(new HttpContinueReadHandler(new WholeRequest(handler, patience)))
            // WholeRequest has the bound: the server itself would hang up without an answer.
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNBOUNDED)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .setServerOption(
                UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(patience.toMillis()))
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
            .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES);
    return shared == null
        ? builder
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKER_THREADS)
            .setWorkerOption(Options.WORKER_TASK_MAX_THREADS, MOST_WORKER_THREADS)
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
