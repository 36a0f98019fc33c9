package dev.keyway.emulator.ui;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.http.HouseFront;
import jakarta.inject.Singleton;

/** Wires the page. */
@Module
public interface UiModule {
  /** The page. */
  @Binds
  @IntoSet
  @Singleton
  HouseFront front(UiFront front);
}
