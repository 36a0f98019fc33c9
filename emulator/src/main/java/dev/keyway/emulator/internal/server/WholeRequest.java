package dev.keyway.emulator.internal.server;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Reads a request to its end before anything is done for it: a client that sends slowly costs
 * nobody anything, and is turned away after a while.
 */
final class WholeRequest implements HttpHandler {
  /** The largest that a vendor takes is a profile image of a million characters. */
  static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  /**
   * What is too large is read and dropped up to here: a client that is still sending when the line
   * is cut never sees its response.
   */
  private static final long MOST_SKIPPED_BYTES = 16L * MAX_BODY_BYTES;

  /** How long that is waited for when the client said beforehand that it would be too large. */
  private static final Duration TO_SKIP = Duration.ofSeconds(3);

  private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);
  private static final AttachmentKey<Boolean> OVERSIZED = AttachmentKey.create(Boolean.class);
  private static final byte[] NOTHING = new byte[0];

  private final UndertowHandler next;
  private final Duration timeout;

  /**
   * Reads for {@code next}.
   *
   * @param timeout how long a body may take to arrive
   */
  WholeRequest(UndertowHandler next, Duration timeout) {
    this.next = next;
    this.timeout = timeout;
  }

  /** The body; empty when there is none, and when it was {@linkplain #oversized too large}. */
  static byte[] body(HttpServerExchange server) {
    byte[] body = server.getAttachment(BODY);
    return body == null ? NOTHING : body;
  }

  /** Whether the body was larger than is accepted; it is not kept then. */
  static boolean oversized(HttpServerExchange server) {
    return server.getAttachment(OVERSIZED) != null;
  }

  @Override
  public void handleRequest(HttpServerExchange server) {
    if (server.isRequestComplete()) {
      next.handleRequest(server);
      return;
    }
    if (server.getRequestContentLength() > MOST_SKIPPED_BYTES) {
      refuse(server);
      return;
    }
    boolean announced = server.getRequestContentLength() > MAX_BODY_BYTES;
    Duration longest = announced ? TO_SKIP : timeout;
    Body body = new Body();
    server
        .getRequestReceiver()
        .receivePartialBytes(body::take, (exchange, failure) -> body.lost(exchange));
    // Most bodies come with their head: no timer is set for them.
    if (!body.over) {
      body.deadline =
          server
              .getIoThread()
              .executeAfter(
                  () -> body.late(server, announced), longest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Not worth reading to the end: it is answered, then the line is cut. */
  private void refuse(HttpServerExchange server) {
    server.setPersistent(false);
    server.putAttachment(OVERSIZED, true);
    server.dispatch(next);
  }

  private static void giveUp(HttpServerExchange late) {
    Connectors.executeRootHandler(
        server -> {
          server.setPersistent(false);
          server.setStatusCode(408);
          server.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
          server.getResponseSender().send("The request did not arrive in time.", new Hangup());
        },
        late);
  }

  /** A body on its way in. */
  private final class Body {
    private XnioExecutor.@Nullable Key deadline;
    private boolean over;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    void take(HttpServerExchange server, byte[] bytes, boolean last) {
      if (over) {
        return;
      }
      seen += bytes.length;
      if (seen > MOST_SKIPPED_BYTES) {
        lost(server);
      } else if (seen > MAX_BODY_BYTES) {
        kept.reset();
      } else {
        kept.writeBytes(bytes);
      }
      if (last && !over) {
        end();
        if (seen > MAX_BODY_BYTES) {
          server.putAttachment(OVERSIZED, true);
        } else {
          server.putAttachment(BODY, kept.toByteArray());
        }
        next.handleRequest(server);
      }
    }

    /** The client went away in the middle of its request, or never comes to its end. */
    void lost(HttpServerExchange server) {
      end();
      IoUtils.safeClose(server.getConnection());
    }

    /** Everything about one request happens on its connection's own thread. */
    void late(HttpServerExchange server, boolean announcedTooLarge) {
      if (over) {
        return;
      }
      end();
      if (announcedTooLarge) {
        Connectors.executeRootHandler(WholeRequest.this::refuse, server);
      } else {
        giveUp(server);
      }
    }

    private void end() {
      over = true;
      if (deadline != null) {
        deadline.remove();
      }
    }
  }

  /** Ends the connection once the response is out, however much is still to come. */
  private static final class Hangup implements IoCallback {
    @Override
    public void onComplete(HttpServerExchange server, Sender sender) {
      IoUtils.safeClose(server.getConnection());
    }

    @Override
    public void onException(HttpServerExchange server, Sender sender, IOException exception) {
      IoUtils.safeClose(server.getConnection());
    }
  }
}
