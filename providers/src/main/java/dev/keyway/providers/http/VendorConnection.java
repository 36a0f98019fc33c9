package dev.keyway.providers.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs nothing, whatever the level: the HTTP client's own writes headers and
 * bodies, secrets among them, to {@code org.apache.hc.client5.http.headers} and {@code .wire}. It
 * reads heads of a bounded size, and sends no request while bytes of an earlier answer are waiting:
 * they would be read as the answer.
 */
final class VendorConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {

  /** A response's head: httpcore 5.3 and older read one without an end until memory is gone. */
  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 * 1024).build();

  /** Any positive time will do: the probed stream does not wait. */
  private static final Timeout PROBE = Timeout.ofMilliseconds(1);

  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Socket base;
  private volatile @Nullable ProbedSocket bound;
  private volatile @Nullable Timeout socketTimeout;
  private volatile boolean used;

  /** Bytes came before they were asked for; the request was not sent. */
  static final class LeftoverException extends IOException {
    private static final long serialVersionUID = 1L;

    LeftoverException() {
      super("Bytes were waiting before the request was sent");
    }
  }

  VendorConnection() {
    super(BOUNDS, null, null, null, null, null, new BoundedHeads());
  }

  /** Open on the socket, where there is one. */
  static ManagedHttpClientConnection on(@Nullable Socket socket) throws IOException {
    VendorConnection connection = new VendorConnection();
    if (socket != null) {
      connection.bind(socket);
    }
    return connection;
  }

  @Override
  public void bind(Socket socket) throws IOException {
    if (closed.get()) {
      socket.close();
      throw new InterruptedIOException("The connection was closed before it was open");
    }
    if (!(socket instanceof SSLSocket)) {
      base = socket;
    }
    ProbedSocket probed = new ProbedSocket(socket);
    bound = probed;
    used = false;
    super.bind(probed);
    socketTimeout = Timeout.ofMilliseconds(socket.getSoTimeout());
  }

  @Override
  public void bind(SSLSocket secure, Socket plain) throws IOException {
    base = plain;
    bind(secure);
  }

  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    if (hasLeftover()) {
      throw new LeftoverException();
    }
    used = true;
    super.sendRequestHeader(request);
  }

  @Override
  public boolean isStale() throws IOException {
    return super.isStale() || hasLeftover();
  }

  /** Whether there are bytes to read now, in this object's buffer or in the socket's. */
  private boolean hasLeftover() throws IOException {
    ProbedSocket probed = bound;
    Socket plain = base;
    if (probed == null || !isOpen()) {
      return false;
    }
    // After its handshake, a TLS server may send what is no answer: tickets, before the first one.
    if (used && plain != null && plain.getInputStream().available() > 0) {
      return true;
    }
    probed.probing = true;
    try {
      return isDataAvailable(PROBE);
    } finally {
      probed.probing = false;
    }
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public @Nullable SSLSession getSSLSession() {
    return getSocket() instanceof SSLSocket secure ? secure.getSession() : null;
  }

  @Override
  public void setSocketTimeout(@Nullable Timeout timeout) {
    super.setSocketTimeout(timeout);
    socketTimeout = timeout;
  }

  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(socketTimeout);
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      super.close();
    }
  }

  @Override
  public void close(CloseMode mode) {
    if (closed.compareAndSet(false, true)) {
      if (mode == CloseMode.IMMEDIATE) {
        abort(base);
      }
      super.close(mode);
    }
  }

  /** A TLS socket's own close waits for whoever writes to it. */
  private static void abort(@Nullable Socket socket) {
    if (socket == null) {
      return;
    }
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (SocketException e) {
      // Closed already.
    } catch (IOException e) {
      // It is given up anyway.
    }
  }

  /** Thrown at each probe: without the stack, which takes longer to write down than the probe. */
  private static final class NothingThere extends SocketTimeoutException {
    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // changes nothing
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  /** A socket whose stream can be asked for what is there without waiting for more. */
  private static final class ProbedSocket extends SocketHolder {
    private volatile boolean probing;

    ProbedSocket(Socket socket) {
      super(socket);
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
      return new FilterInputStream(super.getInputStream(socket)) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          if (probing && in.available() == 0) {
            throw new NothingThere();
          }
          return in.read(buffer, offset, length);
        }
      };
    }
  }

  /** Whichever of the two methods the library on the class path calls. */
  private static final class BoundedHeads implements HttpMessageParserFactory<ClassicHttpResponse> {
    @Override
    @SuppressWarnings("deprecation")
    public HttpMessageParser<ClassicHttpResponse> create(@Nullable Http1Config config) {
      return create();
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
      return new DefaultHttpResponseParser(BOUNDS);
    }
  }
}
