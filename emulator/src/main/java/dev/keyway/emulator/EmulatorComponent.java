package dev.keyway.emulator;

import dagger.BindsInstance;
import dagger.Component;
import dev.keyway.emulator.control.ControlModule;
import dev.keyway.emulator.http.Server;
import dev.keyway.emulator.mailbox.MailboxModule;
import dev.keyway.emulator.oauth.OAuthModule;
import dev.keyway.emulator.stackauth.StackAuthModule;
import dev.keyway.emulator.stytch.StytchModule;
import dev.keyway.emulator.ui.UiModule;
import jakarta.inject.Singleton;

/** The emulator's parts. */
@Singleton
@Component(
    modules = {
      EmulatorModule.class,
      StackAuthModule.class,
      StytchModule.class,
      OAuthModule.class,
      ControlModule.class,
      UiModule.class,
      MailboxModule.class
    })
interface EmulatorComponent {
  AuthEmulator emulator();

  Server server();

  /** Makes the parts of one emulator. */
  @Component.Factory
  interface Factory {
    EmulatorComponent create(@BindsInstance EmulatorOptions options);
  }
}
