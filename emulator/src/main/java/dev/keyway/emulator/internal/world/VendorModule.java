package dev.keyway.emulator.internal.world;

import dagger.Module;
import dagger.Provides;
import dev.keyway.emulator.internal.stackauth.StackAuthModule;
import dev.keyway.emulator.internal.stackauth.StackAuthVendor;
import dev.keyway.emulator.internal.stytch.StytchModule;
import dev.keyway.emulator.internal.stytch.StytchVendor;
import dev.keyway.emulator.internal.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The vendors that are emulated, in the order in which they are told. One more is added to each of
 * the three lists.
 */
@Module(includes = {StackAuthModule.class, StytchModule.class})
interface VendorModule {
  /** What people call them, for who starts none. */
  List<String> NAMES = List.of(StackAuthVendor.NAME, StytchVendor.NAME);

  @Provides
  @Singleton
  static List<Vendor> vendors(StackAuthVendor stackAuth, StytchVendor stytch) {
    return List.of(stackAuth, stytch);
  }
}
