package dev.keyway.docs;

import com.sun.net.httpserver.HttpServer;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site made of the guides' examples, in front of one provider of one world. */
final class Site implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AuthClient auth;
  private final URI address;

  private Site(HttpServer server, AuthClient auth) {
    this.server = server;
    this.auth = auth;
    this.address = URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Opens a site with the flows whose provider can do them. */
  static Site open(String provider, World world, ClassLoader examples, List<String> flows)
      throws ReflectiveOperationException, IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    world
        .stytch()
        .configure(
            settings ->
                settings.redirectUrls(
                    address + "/password/new",
                    address + "/link/callback",
                    address + "/oauth/callback"));
    Site site = new Site(server, client(provider, world, address));
    server.setExecutor(site.threads);
    for (String flow : flows) {
      site.serve(examples.loadClass(flow));
    }
    server.createContext(
        "/home",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return site;
  }

  private void serve(Class<?> flow) throws ReflectiveOperationException {
    Constructor<?> constructor = flow.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(
                type -> type == AuthClient.class ? auth : type == URI.class ? address : "localhost")
            .toArray();
    var serve = flow.getDeclaredMethod("serve", HttpServer.class);
    serve.setAccessible(true);
    serve.invoke(constructor.newInstance(arguments), server);
  }

  AuthClient auth() {
    return auth;
  }

  String origin() {
    return address.toString();
  }

  Browser browser() {
    return new Browser(address);
  }

  private static AuthClient client(String provider, World world, URI address) {
    return AuthClient.builder(AuthConfig.of(settings(provider, world, address)))
        .clock(world.clock())
        .build();
  }

  private static Map<String, String> settings(String provider, World world, URI address) {
    VendorService service = provider.equals("stytch") ? world.stytch() : world.stackAuth();
    Map<String, String> settings = new HashMap<>(service.configuration());
    settings.put("keyway.timeout", "PT5M");
    settings.put("keyway.callback-url", address.resolve("/link/callback").toString());
    return settings;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    auth.close();
  }
}
