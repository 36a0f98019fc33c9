package dev.keyway.emulator.internal.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does what every start waits for beside the thread that starts, so that a second core has its
 * share: loads the classes of a start, and begins the JVM's management, with which the HTTP server
 * registers. Once in a Java process, on threads that then end.
 *
 * <p>The classes of the list are not initialized: two threads that initialize classes of one circle
 * from different ends would wait for each other for ever.
 */
final class StartAhead {
  private static final String FILE = "start-classes.txt";

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private StartAhead() {}

  static void begin() {
    if (BEGUN.compareAndSet(false, true)) {
      run("keyway-emulator-start-management", StartAhead::beginManagement);
      run("keyway-emulator-start-classes", () -> classes().forEach(StartAhead::load));
    }
  }

  /** In the order in which a start needs them. */
  static List<String> classes() {
    try (InputStream in = StartAhead.class.getResourceAsStream(FILE)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void beginManagement() {
    try {
      ManagementFactory.getPlatformMBeanServer();
    } catch (RuntimeException e) {
      // It is not to be had here: the HTTP server goes without.
      return;
    }
  }

  private static void load(String name) {
    try {
      Class<?> loaded = Class.forName(name, false, StartAhead.class.getClassLoader());
      // HotSpot links a class before it tells its members.
      int unused = loaded.getDeclaredConstructors().length;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      // Another version of a library, or a class loader that is closed: what needs the class says
      // so.
      return;
    }
  }

  private static void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
