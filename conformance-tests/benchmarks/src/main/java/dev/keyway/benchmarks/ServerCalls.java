package dev.keyway.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/** Requests over plain sockets to a server in a process of its own. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init")
public class ServerCalls {
  @Param({"keyway", "bare", "wiremock"})
  public String server;

  @Param({"stack-sign-in", "stytch-sign-in", "stytch-password", "stytch-user", "stack-me"})
  public String call;

  /** Users, or tokens. */
  @Param("1")
  public int count;

  private Served served;

  @Setup
  public void start() {
    served = Served.start(server, call, count);
  }

  @TearDown
  public void stop() {
    served.close();
  }

  /** One connection to a thread, each thread with another request first. */
  @State(Scope.Thread)
  public static class Client {
    private Connection connection;
    private List<byte[]> requests;
    private int next;

    @Setup
    public void open(ServerCalls calls, ThreadParams thread) {
      connection = new Connection(calls.served.port());
      requests = calls.served.requests();
      next = thread.getThreadIndex() * requests.size() / thread.getThreadCount();
    }

    @TearDown
    public void close() {
      connection.close();
    }

    Object send() {
      byte[] request = requests.get(next);
      next = next + 1 == requests.size() ? 0 : next + 1;
      return connection.send(request);
    }
  }

  /** Eight connections. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Threads(8)
  public Object rate(Client client) {
    return client.send();
  }

  /** One connection. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Threads(1)
  public Object latency(Client client) {
    return client.send();
  }
}
