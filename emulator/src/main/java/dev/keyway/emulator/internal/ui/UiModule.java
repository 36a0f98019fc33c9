package dev.keyway.emulator.internal.ui;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import jakarta.inject.Singleton;

/** Wires the page. */
@Module
public interface UiModule {
  /** The page. */
  @Binds
  @IntoSet
  @Singleton
  AdminEndpoint endpoint(UiPages endpoint);
}
