package dev.keyway.emulator.internal.world;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.vendor.OpenWorlds;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The two things that come from the machine: time and chance. */
@Module
interface EmulatorModule {
  /** The one place where the emulator reads the machine's clock. */
  @Provides
  @Singleton
  static Clock machineClock() {
    return Clock.systemUTC();
  }

  @Binds
  AuthEmulator emulator(RunningEmulator emulator);

  @Binds
  OpenWorlds openWorlds(Worlds worlds);

  @Provides
  @Singleton
  static SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Provides
  @Singleton
  static Randomness randomness(SecureRandom source) {
    return new Randomness(source);
  }
}
