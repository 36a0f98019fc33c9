package dev.keyway.benchmarks;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A JVM of its own starts one server, asks once, closes it, and does so again: prints milliseconds
 * of the first time, the median of the later ones, threads left over, and for the emulator the
 * median of a new world with its first request.
 */
final class FirstStart {
  private static final int LATER = 21;

  private FirstStart() {}

  public static void main(String[] args) {
    String name = args[0];
    long begin = System.nanoTime();
    once(name);
    double first = Child.millisSince(begin);
    double[] later = new double[LATER];
    Set<Thread> before = threads();
    for (int i = 0; i < LATER; i++) {
      long start = System.nanoTime();
      Subject subject = Subject.start(name);
      try (Connection connection = new Connection(subject.port())) {
        connection.send(subject.request());
        later[i] = Child.millisSince(start);
      } finally {
        subject.close();
      }
    }
    Set<Thread> left = threads();
    left.removeAll(before);
    System.out.printf("first %.3f%n", first);
    System.out.printf("later %.3f%n", median(later));
    System.out.printf("threads %d%n", left.size());
    if (name.startsWith("keyway")) {
      System.out.printf("world %.3f%n", median(worlds(name.equals("keyway-stack"))));
    }
    // Without a wait for threads that a server keeps for a while.
    System.exit(0);
  }

  private static void once(String name) {
    try (Subject subject = Subject.start(name);
        Connection connection = new Connection(subject.port())) {
      connection.send(subject.request());
    }
  }

  private static double[] worlds(boolean stackAuth) {
    double[] all = new double[200];
    try (AuthEmulator emulator = AuthEmulator.start();
        Connection connection = new Connection(emulator.publicUrl().getPort())) {
      for (int i = 0; i < all.length; i++) {
        long start = System.nanoTime();
        World world = emulator.newWorld();
        connection.send(Subject.Keyway.signUp(world, stackAuth));
        all[i] = Child.millisSince(start);
        world.close();
      }
    }
    // The later half: what a suite sees once it runs.
    return Arrays.copyOfRange(all, all.length / 2, all.length);
  }

  private static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  static double median(double... all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
