package dev.keyway.emulator.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;
import org.xnio.XnioWorker;

/**
 * The ports. Loopback only: 127.0.0.1 always, and ::1 with the same number where the machine has it
 * and nobody else is there. HTTPS opens, and its certificate is made, when somebody first asks.
 */
@Singleton
public final class Listeners {
  private static final String IPV4 = "127.0.0.1";
  private static final String IPV6 = "::1";

  /** Few: what is asked of a test server is latency, not throughput. */
  private static final int IO_THREADS = 2;

  /** Many more than cores, because held requests and waiting readers occupy a thread each. */
  private static final int WORKER_THREADS = 256;

  private final UndertowHandler handler;
  private final LocalTls tls;
  private @Nullable Undertow http;
  private @Nullable Undertow httpV6;
  private @Nullable Undertow https;
  private @Nullable Undertow httpsV6;

  @Inject
  Listeners(UndertowHandler handler, LocalTls tls) {
    this.handler = handler;
    this.tls = tls;
  }

  /**
   * Opens the HTTP port.
   *
   * @param port 0 for any free one
   * @return the port's number
   */
  public synchronized int openHttp(int port) {
    Undertow first =
        server(null)
            .setWorkerOption(Options.THREAD_DAEMON, true)
            .addHttpListener(port, IPV4)
            .build();
    first.start();
    http = first;
    int opened = portOf(first);
    httpV6 = tryStart(server(first.getWorker()).addHttpListener(opened, IPV6).build());
    return opened;
  }

  /**
   * Opens the HTTPS port. The HTTP port must be open.
   *
   * @param port 0 for any free one
   * @return the port's number
   */
  public synchronized int openHttps(int port) {
    if (http == null) {
      throw new IllegalStateException("The emulator is not running");
    }
    XnioWorker worker = http.getWorker();
    Undertow first = server(worker).addHttpsListener(port, IPV4, tls.serverContext()).build();
    first.start();
    https = first;
    int opened = portOf(first);
    httpsV6 = tryStart(server(worker).addHttpsListener(opened, IPV6, tls.serverContext()).build());
    return opened;
  }

  /** Closes all ports and ends all connections. */
  public synchronized void close() {
    stop(httpsV6);
    stop(https);
    stop(httpV6);
    stop(http);
    httpsV6 = null;
    https = null;
    httpV6 = null;
    http = null;
  }

  private Undertow.Builder server(@Nullable XnioWorker shared) {
    Undertow.Builder builder =
        Undertow.builder()
            .setHandler(handler)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false);
    return shared == null
        ? builder.setIoThreads(IO_THREADS).setWorkerThreads(WORKER_THREADS)
        : builder.setWorker(shared);
  }

  private static @Nullable Undertow tryStart(Undertow server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      // No IPv6 here, or the number is taken there: 127.0.0.1 is what base URLs name.
      return null;
    }
  }

  private static void stop(@Nullable Undertow server) {
    if (server != null) {
      server.stop();
    }
  }

  private static int portOf(Undertow server) {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
