package dev.keyway.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;

/** From the start of a process to its first answer and first sign-in, and what it settles to. */
record Standalone(double ready, double signIn, double megabytes) {

  /** The runnable jar, with options of the JVM. */
  static Standalone keyway(String... options) {
    return run(
        Requests.get("/_emulator/health"),
        child -> Requests.signUp(child.line()),
        port -> {
          List<String> args = new ArrayList<>(List.of(options));
          args.addAll(List.of("-jar", jar(), "--json", "--port", Integer.toString(port)));
          return Child.java(args.toArray(String[]::new));
        });
  }

  static String jar() {
    return System.getProperty("keyway.standalone", "");
  }

  /** WireMock as a process. */
  static Standalone wireMock() {
    byte[] request = Requests.get("/__admin/mappings");
    String jar = jarOf(WireMockServer.class);
    return run(
        request,
        child -> request,
        port -> Child.java("-jar", jar, "--disable-banner", "--port", Integer.toString(port)));
  }

  /** Undertow with one answer, as a process. */
  static Standalone undertow() {
    byte[] request = Requests.get("/");
    return run(
        request,
        child -> request,
        port -> Child.main(UndertowProcess.class, Integer.toString(port)));
  }

  private static Standalone run(
      byte[] first, Function<Child, byte[]> second, IntFunction<Child> start) {
    int port = freePort();
    long begin = System.nanoTime();
    try (Child child = start.apply(port)) {
      while (!answers(port, first)) {
        if (!child.alive()) {
          throw new IllegalStateException("ended before it answered");
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      }
      double ready = Child.millisSince(begin);
      try (Connection connection = new Connection(port)) {
        connection.send(second.apply(child));
      }
      double signIn = Child.millisSince(begin);
      // What a process settles to while a suite goes on; each has the same time for it.
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
      return new Standalone(ready, signIn, child.residentMegabytes());
    }
  }

  private static boolean answers(int port, byte[] request) {
    try (Connection connection = new Connection(port)) {
      return connection.status(request) == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
