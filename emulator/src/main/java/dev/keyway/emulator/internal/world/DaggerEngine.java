package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorEngine;
import dev.keyway.emulator.EmulatorOptions;
import java.util.List;

/** Puts an emulator together and opens its port. */
public final class DaggerEngine implements EmulatorEngine {

  /** For the service loader. */
  public DaggerEngine() {}

  @Override
  public AuthEmulator start(EmulatorOptions options) {
    EmulatorComponent parts = DaggerEmulatorComponent.factory().create(options);
    parts.warmUp().begin();
    parts.server().open();
    AuthEmulator emulator = parts.emulator();
    try {
      parts.saver().begin();
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    return emulator;
  }

  @Override
  public List<String> vendors() {
    return VendorModule.NAMES;
  }
}
