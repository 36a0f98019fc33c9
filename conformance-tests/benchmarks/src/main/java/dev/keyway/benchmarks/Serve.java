package dev.keyway.benchmarks;

import dev.keyway.emulator.AuthEmulator;
import io.undertow.Undertow;
import java.util.Base64;

/**
 * The process behind {@link Served}: the emulator itself ({@code keyway}), the same lookups and
 * signatures on bare Undertow ({@code bare}), or one answer whatever is asked ({@code canned} on
 * Undertow, {@code wiremock}).
 */
final class Serve {
  private Serve() {}

  public static void main(String[] args) throws InterruptedException {
    AuthEmulator emulator = AuthEmulator.start();
    Workload work = Workload.fill(emulator, args[1], Integer.parseInt(args[2]));
    int port = emulator.publicUrl().getPort();
    switch (args[0]) {
      case "keyway" -> {}
      case "bare" -> port = undertow(emulator, BareServer.handler(args[1], work));
      case "canned" -> port = undertow(emulator, BareServer.canned(work));
      case "wiremock" -> port = wireMock(emulator, work);
      default -> throw new IllegalArgumentException(args[0]);
    }
    StringBuilder out = new StringBuilder().append(port).append('\n');
    for (byte[] request : work.requests()) {
      out.append(Base64.getEncoder().encodeToString(request)).append('\n');
    }
    out.append('\n').append(work.world().stytch().projectId()).append('\n');
    out.append(work.world().stytch().secret()).append('\n').append(work.user()).append('\n');
    System.out.print(out);
    System.out.flush();
    // The emulator's threads do not keep a process alive; whoever started it ends it.
    Thread.currentThread().join();
  }

  private static int undertow(AuthEmulator emulator, io.undertow.server.HttpHandler handler) {
    emulator.close();
    Undertow server =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(handler).build();
    server.start();
    return Subject.RawUndertow.port(server);
  }

  private static int wireMock(AuthEmulator emulator, Workload work) {
    emulator.close();
    return Subject.Mocked.answering(work.answers().values().iterator().next().toString());
  }
}
