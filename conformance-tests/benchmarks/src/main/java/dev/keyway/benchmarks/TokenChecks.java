package dev.keyway.benchmarks;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Session tokens checked without a request, on one thread. */
@State(Scope.Benchmark)
@Fork(1)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
public class TokenChecks {
  static final int TOKENS = 2_000;

  @Param({"ES256", "RS256"})
  public String algorithm;

  @Param({"keyway", "nimbus", "nimbus-bc", "java-jwt", "floor", "sdk"})
  public String verifier;

  private AuthEmulator emulator;
  private World world;
  private final List<String> tokens = new ArrayList<>();
  private TokenPeer peer;

  @Setup
  public void sign() {
    emulator = AuthEmulator.start();
    world = emulator.newWorld();
    boolean stackAuth = algorithm.equals("ES256");
    String field = stackAuth ? "access_token" : "session_jwt";
    byte[] signUp = Subject.Keyway.signUp(world, stackAuth);
    byte[] signIn =
        stackAuth
            ? Requests.stackSignIn(world.stackAuth(), "a@example.com")
            : Requests.stytchSignIn(world.stytch(), "a@example.com");
    try (Connection connection = new Connection(emulator.publicUrl().getPort())) {
      connection.send(signUp);
      for (int i = 0; i < TOKENS; i++) {
        byte[] answer = connection.send(signIn).bytes();
        tokens.add(Workload.JSON.readTree(answer).path(field).asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A verifier that has seen none of the tokens, and has the keys. */
  @Setup(Level.Iteration)
  public void open() {
    peer = TokenPeer.open(verifier, world, algorithm, tokens.get(0));
  }

  @TearDown(Level.Iteration)
  public void close() {
    peer.close();
  }

  @TearDown
  public void stop() {
    emulator.close();
  }

  /** Each token once. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @OperationsPerInvocation(TOKENS - 1)
  @Warmup(iterations = 30)
  @Measurement(iterations = 15)
  public void firstSight(Blackhole sink) {
    for (int i = 1; i < TOKENS; i++) {
      sink.consume(peer.verify(tokens.get(i)));
    }
  }

  /** One token again and again. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @Warmup(iterations = 2, time = 2)
  @Measurement(iterations = 3, time = 2)
  public Object sameAgain() {
    return peer.verify(tokens.get(0));
  }
}
