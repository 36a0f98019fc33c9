package dev.keyway.benchmarks;

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
import org.openjdk.jmh.annotations.Warmup;

/** A warm call of a client, one at a time, to a server that gives one answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init")
public class ClientCalls {
  @Param({"socket", "keyway", "sdk", "feign"})
  public String client;

  private Served server;
  private ClientPeer peer;

  @Setup
  public void open() {
    server = Served.start("canned", "stytch-user", 1);
    peer = ClientPeer.open(client, server.target());
  }

  @TearDown
  public void close() {
    peer.close();
    server.close();
  }

  @Benchmark
  public Object find() {
    return peer.find();
  }
}
