package dev.keyway.benchmarks;

/** A JVM of its own makes a client and its first call, and prints the milliseconds. */
final class FirstCall {
  private FirstCall() {}

  public static void main(String[] args) {
    long begin = System.nanoTime();
    ClientPeer client = ClientPeer.open(args[0], ClientPeer.Target.of(args));
    client.find();
    System.out.printf("first %.3f%n", Child.millisSince(begin));
    System.exit(0);
  }
}
