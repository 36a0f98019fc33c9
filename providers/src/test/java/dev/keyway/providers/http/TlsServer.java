package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;

/** A server on loopback with a certificate that it makes for one name; it answers with 503. */
final class TlsServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path authority;
  private final List<String> names = new CopyOnWriteArrayList<>();

  private TlsServer(HttpsServer server, Path authority) {
    this.server = server;
    this.authority = authority;
  }

  /** Starts one; the files of its key and certificate are in {@code directory}. */
  static TlsServer of(String name, Path directory) throws Exception {
    Path store = directory.resolve("server.p12");
    Path pem = directory.resolve("ca.pem");
    keytool("-genkeypair -alias it -keyalg EC -dname CN=it -ext san=dns:" + name, store);
    keytool("-exportcert -rfc -alias it -file " + pem, store);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    TlsServer made = new TlsServer(server, pem);
    server.createContext(
        "/",
        exchange -> {
          if (exchange instanceof HttpsExchange secure
              && secure.getSSLSession() instanceof ExtendedSSLSession session) {
            for (SNIServerName asked : session.getRequestedServerNames()) {
              made.names.add(new String(asked.getEncoded(), StandardCharsets.UTF_8));
            }
          }
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    return made;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The file with the certificate to trust. */
  String authority() {
    return authority.toString();
  }

  /** The names that clients asked for (RFC 6066, section 3), in the order of their requests. */
  List<String> names() {
    return names;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void keytool(String words, Path store) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true).start().waitFor());
  }
}
