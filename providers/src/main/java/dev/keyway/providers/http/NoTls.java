package dev.keyway.providers.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * In the place of TLS where only plain http is spoken, as with an emulator: reading the JDK's
 * authorities takes longer than the first call.
 */
@SuppressWarnings("deprecation") // The newer interface is not in httpclient 5.2 and 5.3.
final class NoTls implements org.apache.hc.client5.http.socket.LayeredConnectionSocketFactory {

  @Override
  public Socket createSocket(@Nullable HttpContext context) throws IOException {
    throw refusal();
  }

  @Override
  public Socket connectSocket(
      TimeValue timeout,
      @Nullable Socket socket,
      HttpHost host,
      InetSocketAddress remote,
      @Nullable InetSocketAddress local,
      @Nullable HttpContext context)
      throws IOException {
    throw refusal();
  }

  @Override
  public Socket createLayeredSocket(
      Socket socket, String target, int port, @Nullable HttpContext context) throws IOException {
    throw refusal();
  }

  private static IOException refusal() {
    return new IOException("This client speaks plain http");
  }
}
