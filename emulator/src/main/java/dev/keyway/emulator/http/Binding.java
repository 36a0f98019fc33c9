package dev.keyway.emulator.http;

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
public record Binding(String host, Optional<String> also, String urlHost) {
  private static final String IPV4 = "127.0.0.1";

  /** 127.0.0.1 always, and ::1 where the machine has it and nobody else is there. */
  public static Binding loopback() {
    return new Binding(IPV4, Optional.of("::1"), IPV4);
  }

  /**
   * One address of this machine's own.
   *
   * @throws IllegalArgumentException if others could reach it
   */
  public static Binding only(InetAddress address) {
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          address.getHostAddress()
              + " is not a loopback address: whoever reaches the emulator can read every code and"
              + " key in it");
    }
    String host = address.getHostAddress();
    String urlHost = address instanceof Inet6Address ? "[" + host + "]" : host;
    return new Binding(host, Optional.empty(), urlHost);
  }

  /** Every address, IPv6 included where the machine has it. */
  public static Binding everywhere() {
    return new Binding("0.0.0.0", Optional.empty(), IPV4);
  }
}
