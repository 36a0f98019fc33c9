package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import java.net.URI;
import java.time.Duration;

/** Run in a process of its own: calls what is named and prints how each call ended. */
final class SmallHeapCaller extends TransportFixture {

  private SmallHeapCaller() {}

  /**
   * Calls.
   *
   * @param args the server, the timeout of each call, and what to ask it for
   */
  public static void main(String[] args) {
    CallOptions options = CallOptions.builder().timeout(Duration.parse(args[1])).build();
    try (Transport transport = new SmallHeapCaller().transport(URI.create(args[0]))) {
      Things things = transport.api(Things.class);
      for (int i = 2; i < args.length; i++) {
        String attack = args[i];
        long start = System.nanoTime();
        String end;
        try {
          end = transport.call(options, () -> things.find(attack, null)).id();
        } catch (AuthException e) {
          end = e.code().name();
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println(attack + " " + end + " " + millis);
      }
    }
  }
}
