package dev.keyway.emulator;

import dagger.Component;
import dev.keyway.emulator.control.ControlModule;
import dev.keyway.emulator.http.House;
import dev.keyway.emulator.http.Listeners;
import dev.keyway.emulator.http.LocalTls;
import dev.keyway.emulator.http.Pipeline;
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
  Listeners listeners();

  LocalTls tls();

  House house();

  Pipeline pipeline();

  Worlds worlds();

  VendorProjects vendorProjects();
}
