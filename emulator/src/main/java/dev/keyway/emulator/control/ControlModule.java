package dev.keyway.emulator.control;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.http.HouseFront;
import jakarta.inject.Singleton;

/** Wires the control API. */
@Module
public interface ControlModule {
  /** Its front. */
  @Binds
  @IntoSet
  @Singleton
  HouseFront front(ControlFront front);
}
