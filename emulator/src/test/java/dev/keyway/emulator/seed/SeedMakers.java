package dev.keyway.emulator.seed;

/** Seeds for tests of other packages. */
public final class SeedMakers {
  private SeedMakers() {}

  /** The same number gives the same seed. */
  public static Seed number(long number) {
    return new SeedMaker(number).seed();
  }
}
