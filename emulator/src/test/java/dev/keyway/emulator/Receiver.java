package dev.keyway.emulator;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** An application that receives webhooks; answers as a test says, 200 at first. */
public final class Receiver implements AutoCloseable {
  private final Undertow server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

  public Receiver() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange ->
                    exchange
                        .getRequestReceiver()
                        .receiveFullString(
                            (got, body) -> {
                              ids.add(got.getRequestHeaders().getFirst("svix-id"));
                              bodies.add(body);
                              Integer answer = answers.poll();
                              got.setStatusCode(answer == null ? 200 : answer);
                              got.getResponseHeaders().put(Headers.LOCATION, "/x");
                            },
                            StandardCharsets.UTF_8))
            .build();
    server.start();
  }

  public URI url() {
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return URI.create("http://localhost:" + port + "/hooks?from=emulator");
  }

  /** The next requests are answered so, in this order. */
  public void answer(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  public List<String> ids() {
    return List.copyOf(ids);
  }

  @Override
  public void close() {
    server.stop();
  }
}
