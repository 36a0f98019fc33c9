package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThousandWorldsTest {
  private static final int MANY = 1_000;

  /** Several times what is measured, and far below what a leak of users or keys would cost. */
  private static final long MOST_BYTES_PER_WORLD = 256 * 1024;

  /** Some thirty times what is measured: a machine may be busy. */
  private static final Duration OPENING_ALL = Duration.ofMinutes(2);

  private final AuthEmulator emulator = AuthEmulator.start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aThousandWorldsLiveAtOnceAndLeaveNothingBehind() throws Exception {
    use(emulator.newWorld(), 0);
    emulator.worlds().forEach(World::close);
    long before = usedBytes();

    List<World> worlds = openMany();
    for (int i = 0; i < MANY; i++) {
      use(worlds.get(i), i);
    }
    assertEquals(MANY, emulator.worlds().size());
    for (int i = 0; i < MANY; i += 100) {
      // Everybody is still where they were, and nobody else is.
      assertEquals(1, users(worlds.get(i)).size());
      assertTrue(users(worlds.get(i)).get(0).contains("user" + i + "@"));
    }
    long perWorld = (usedBytes() - before) / MANY;
    assertTrue(perWorld < MOST_BYTES_PER_WORLD, perWorld + " bytes per world");

    List<WeakReference<Object>> traces = traces(worlds);
    worlds.forEach(World::close);
    worlds.clear();
    assertEquals(List.of(), emulator.worlds());
    // The server may still hold the last request of a connection.
    use(emulator.newWorld(), 0);

    assertEquals(0, alive(traces), "traces of closed worlds");
  }

  private List<World> openMany() {
    long start = System.nanoTime();
    List<World> worlds = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      worlds.add(emulator.newWorld());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(OPENING_ALL) < 0, "opening took " + took);
    return worlds;
  }

  private static void use(World world, int number) throws Exception {
    String user =
        "{\"email\":\"user%d@example.com\",\"password\":\"correct horse battery\"%%s}"
            .formatted(number);
    assertEquals(
        200, Wire.stackClient(world).post("/auth/password/sign-up", user.formatted("")).status());
    assertEquals(
        200,
        Wire.stytch(world)
            .post("/v1/passwords", user.formatted(",\"session_duration_minutes\":60"))
            .status());
  }

  private static List<String> users(World world) throws Exception {
    List<String> users = new ArrayList<>();
    Wire.stackServer(world).get("/users").json().path("items").forEach(u -> users.add("" + u));
    return users;
  }

  private static List<WeakReference<Object>> traces(List<World> worlds) {
    List<WeakReference<Object>> traces = new ArrayList<>();
    for (World world : worlds) {
      for (Object trace :
          List.of(
              world,
              ((LiveWorld) world).context(),
              ((LiveWorld) world).projects().get(0),
              ((LiveWorld) world).projects().get(1),
              ((LiveWorld) world).identityProvider(),
              world.ledger(),
              world.outbox(),
              world.clock())) {
        traces.add(new WeakReference<>(trace));
      }
    }
    return traces;
  }

  /** How many are left when the collector had every chance. */
  private static int alive(List<WeakReference<Object>> traces) {
    int alive = traces.size();
    for (int round = 0; round < 20 && alive > 0; round++) {
      System.gc();
      alive = (int) traces.stream().filter(trace -> trace.get() != null).count();
    }
    return alive;
  }

  private static long usedBytes() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }
}
