package dev.keyway.emulator.internal.server;

import dev.keyway.emulator.EmulatorOptions;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Which addresses of this machine the ports listen at.
 *
 * @param host the address that must be free
 * @param also one more, which is taken if it can be had
 * @param urlHost how clients on this machine name it in a URL
 */
record Binding(String host, Optional<String> also, String urlHost) {
  private static final String IPV4 = "127.0.0.1";

  /** What the options ask for. */
  static Binding of(EmulatorOptions options) {
    if (options.everywhere()) {
      return new Binding("0.0.0.0", Optional.empty(), IPV4);
    }
    InetAddress only = options.address();
    if (only == null) {
      return new Binding(IPV4, Optional.of("::1"), IPV4);
    }
    String host = only.getHostAddress();
    String urlHost = only instanceof Inet6Address ? "[" + host + "]" : host;
    return new Binding(host, Optional.empty(), urlHost);
  }
}
