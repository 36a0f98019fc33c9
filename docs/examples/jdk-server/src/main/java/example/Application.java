package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: routes, and what holds for all of them. */
final class Application implements AutoCloseable {
  private final AuthClient auth;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final URI site;
  private final Routes routes = new Routes();

  private Application(AuthClient auth, HttpServer server, URI site) {
    this.auth = auth;
    this.server = server;
    this.site = site;
  }

  /**
   * Listens on this machine only, as a proxy is in front of it.
   *
   * @param auth closed with the application
   * @param port zero for any free one
   * @param site what browsers call it; a port of zero in it becomes the one that was found
   */
  static Application start(AuthClient auth, int port, URI site) throws IOException {
    boolean local = site.getScheme().equals("http") && site.getHost().equals("localhost");
    if (!local && !site.getScheme().equals("https")) {
      throw new IllegalArgumentException("a site needs https, but on localhost: " + site);
    }
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    URI found =
        site.getPort() == 0
            ? URI.create("http://localhost:" + server.getAddress().getPort())
            : site;
    Application application = new Application(auth, server, found);
    application.open();
    return application;
  }

  private void open() {
    SessionCookies sessions = new SessionCookies(auth);
    new HomePages(auth, sessions).addTo(routes);
    new PasswordPages(auth, sessions).addTo(routes);
    new MailPages(auth, sessions).addTo(routes);
    new SecondFactorPages(auth, sessions).addTo(routes);
    new TotpPages(auth, sessions).addTo(routes);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What browsers call the application. */
  URI site() {
    return site;
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      WebRequest request = new WebRequest(exchange, site);
      try {
        respond(request);
      } catch (AuthException e) {
        Failures.show(request, e);
      } catch (RuntimeException e) {
        System.getLogger("example").log(System.Logger.Level.ERROR, "A request failed", e);
        request.page(500, "This is our mistake", Html.of("<p>Please try again later.</p>"));
      }
    } catch (IOException e) {
      System.getLogger("example").log(System.Logger.Level.DEBUG, "The browser went away", e);
    }
  }

  private void respond(WebRequest request) throws IOException {
    Routes.Page page = routes.find(request.method(), request.path());
    if (page == null) {
      request.page(404, "Not found", Html.of("<p><a href='/'>Home</a></p>"));
    } else if (request.method().equals("POST") && !FormTokens.accepts(request)) {
      request.page(403, "Refused", Html.of("<p>Please open the form again and retry.</p>"));
    } else {
      page.answer(request);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    auth.close();
  }
}
