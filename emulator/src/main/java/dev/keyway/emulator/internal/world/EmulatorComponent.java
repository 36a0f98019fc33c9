package dev.keyway.emulator.internal.world;

import dagger.BindsInstance;
import dagger.Component;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.control.ControlModule;
import dev.keyway.emulator.internal.idp.OAuthModule;
import dev.keyway.emulator.internal.mailbox.MailboxModule;
import dev.keyway.emulator.internal.server.Server;
import dev.keyway.emulator.internal.ui.UiModule;
import jakarta.inject.Singleton;

/** The emulator's parts. */
@Singleton
@Component(
    modules = {
      EmulatorModule.class,
      VendorModule.class,
      OAuthModule.class,
      ControlModule.class,
      UiModule.class,
      MailboxModule.class
    })
interface EmulatorComponent {
  AuthEmulator emulator();

  Server server();

  Saver saver();

  TrainingRun trainingRun();

  /** Makes the parts of one emulator. */
  @Component.Factory
  interface Factory {
    EmulatorComponent create(@BindsInstance EmulatorOptions options);
  }
}
