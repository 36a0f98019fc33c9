package dev.keyway.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** A server in this JVM, started, with one request that it can answer. */
interface Subject extends AutoCloseable {
  int port();

  byte[] request();

  @Override
  void close();

  /** Each is a class of its own, so that starting one loads nothing of another. */
  static Subject start(String name) {
    return switch (name) {
      case "keyway-stack" -> new Keyway(true);
      case "keyway-stytch" -> new Keyway(false);
      case "undertow" -> new RawUndertow();
      case "wiremock" -> new Mocked();
      case "mock-oauth2" -> new MockedOAuth2();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** An emulator with one world; the request signs a user up and in. */
  final class Keyway implements Subject {
    final AuthEmulator emulator = AuthEmulator.start();
    private final World world = emulator.newWorld();
    private final boolean stackAuth;

    Keyway(boolean stackAuth) {
      this.stackAuth = stackAuth;
    }

    @Override
    public int port() {
      return emulator.publicUrl().getPort();
    }

    @Override
    public byte[] request() {
      return signUp(world, stackAuth);
    }

    static byte[] signUp(World world, boolean stackAuth) {
      return stackAuth
          ? Requests.stackSignUp(world.stackAuth(), "a@example.com")
          : Requests.stytchSignUp(world.stytch(), "a@example.com");
    }

    @Override
    public void close() {
      emulator.close();
    }
  }

  /** Undertow as its own guide starts it. */
  final class RawUndertow implements Subject {
    private final Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.getResponseSender().send("{}"))
            .build();

    RawUndertow() {
      undertow.start();
    }

    @Override
    public int port() {
      return port(undertow);
    }

    static int port(Undertow undertow) {
      return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public byte[] request() {
      return Requests.get("/");
    }

    @Override
    public void close() {
      undertow.stop();
    }
  }

  /** WireMock with one answer. */
  final class Mocked implements Subject {
    private final WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort());

    Mocked() {
      server.start();
      server.stubFor(WireMock.get("/").willReturn(WireMock.okJson("{}")));
    }

    /** Starts one that gives this answer to whatever is asked; its port. */
    static int answering(String json) {
      WireMockServer server =
          new WireMockServer(
              WireMockConfiguration.options().dynamicPort().maxRequestJournalEntries(1_000));
      server.start();
      server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(json)));
      return server.port();
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public byte[] request() {
      return Requests.get("/");
    }

    @Override
    public void close() {
      server.stop();
    }
  }

  /** mock-oauth2-server; the request signs a token. */
  final class MockedOAuth2 implements Subject {
    private final MockOAuth2Server server = new MockOAuth2Server();

    MockedOAuth2() {
      server.start();
    }

    @Override
    public int port() {
      return server.url("/").port();
    }

    @Override
    public byte[] request() {
      return Requests.form(
          "/default/token", "grant_type=client_credentials&client_id=a&client_secret=b&scope=c");
    }

    @Override
    public void close() {
      server.shutdown();
    }
  }
}
