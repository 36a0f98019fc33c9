package dev.keyway.emulator.internal.world;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.server.Listeners;
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

  /** The only way out. */
  @Provides
  @Singleton
  static OutboundHttp outbound(Listeners listeners, EmulatorOptions options) {
    return new OutboundHttp(listeners::worker, options.outbound());
  }

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
