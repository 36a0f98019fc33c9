package dev.keyway.emulator;

/** Puts an emulator together and opens its port. */
public final class DaggerEngine implements EmulatorEngine {

  /** For the service loader. */
  public DaggerEngine() {}

  @Override
  public AuthEmulator start(EmulatorOptions options) {
    EmulatorComponent parts = DaggerEmulatorComponent.factory().create(options);
    parts.server().open();
    return parts.emulator();
  }
}
