package dev.keyway.benchmarks;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server in a process of its own, and the requests that it can answer. */
record Served(Child process, int port, List<byte[]> requests, ClientPeer.Target target)
    implements AutoCloseable {

  /**
   * Starts one.
   *
   * @param server {@code keyway}, {@code bare} or {@code canned}, see {@link Serve}
   * @param call see {@link Workload}
   * @param count users or tokens
   */
  static Served start(String server, String call, int count) {
    Child process = Child.main(Serve.class, server, call, Integer.toString(count));
    int port = Integer.parseInt(process.line());
    List<byte[]> requests = new ArrayList<>();
    for (String line = process.line(); !line.isEmpty(); line = process.line()) {
      requests.add(Base64.getDecoder().decode(line));
    }
    String project = process.line();
    String secret = process.line();
    String user = process.line();
    return new Served(process, port, requests, new ClientPeer.Target(port, project, secret, user));
  }

  @Override
  public void close() {
    process.close();
  }
}
