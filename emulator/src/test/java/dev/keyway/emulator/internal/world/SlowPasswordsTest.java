package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.vendor.VendorProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes long in one world keeps no other world waiting. */
class SlowPasswordsTest {
  /** More than there are threads that read requests. */
  private static final int MANY = 24;

  private static final String BCRYPT =
      "$2a$10$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
    emulator.close();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void aStytchProjectWithImportedHashesHoldsNobodyElseUp() throws Exception {
    World world = emulator.newWorld();
    Wire wire = Wire.stytch(world);
    String migrate =
        "{\"email\":\"ada@example.com\",\"hash\":\"%s\",\"hash_type\":\"bcrypt\"}"
            .formatted(BCRYPT);
    assertEquals(200, wire.post("/v1/passwords/migrate", migrate).status());
    String signIn = "{\"email\":\"ada@example.com\",\"password\":\"no such password\"}";

    // While somebody's password is checked, that project's other requests wait.
    whileBusy(
        world, 1, () -> wire.post("/v1/passwords/authenticate", signIn).status(), Set.of(401, 429));
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void aStackAuthProjectWithImportedHashesHoldsNobodyElseUp() throws Exception {
    World world = emulator.newWorld();
    Wire wire = Wire.stackServer(world);
    String user =
        "{\"primary_email\":\"ada@example.com\",\"primary_email_auth_enabled\":true,\"password_hash\":\"%s\"}"
            .formatted(BCRYPT);
    assertEquals(201, wire.post("/users", user).status());
    String signIn = "{\"email\":\"ada@example.com\",\"password\":\"no such password\"}";

    whileBusy(world, 0, () -> wire.post("/auth/password/sign-in", signIn).status(), Set.of(400));
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void aProjectThatIsHeldForLongHoldsNobodyElseUp() throws Exception {
    World world = emulator.newWorld();
    Wire wire = Wire.stackServer(world);
    assertEquals(200, wire.get("/users").status());

    // As an export holds it, or whoever changes settings.
    whileBusy(world, 0, () -> wire.get("/users").status(), Set.of(200));
  }

  private interface Call {
    int status() throws Exception;
  }

  private void whileBusy(World world, int project, Call call, Set<Integer> refusals)
      throws Exception {
    VendorProject busy = ((LiveWorld) world).projects().get(project);
    List<Future<Integer>> waiting = new ArrayList<>();
    busy.exclusively(
        () -> {
          for (int i = 0; i < MANY; i++) {
            waiting.add(threads.submit(call::status));
          }
          for (int i = 0; i < MANY; i++) {
            assertEquals(200, health());
          }
          return null;
        });
    for (Future<Integer> one : waiting) {
      assertTrue(refusals.contains(one.get()), "status " + one.get());
    }
  }

  /** On a connection of its own, so that each reading thread is asked. */
  private int health() {
    try {
      URI url = URI.create(emulator.publicUrl() + "/health");
      HttpURLConnection one = (HttpURLConnection) url.toURL().openConnection();
      one.setRequestProperty("Connection", "close");
      return one.getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
