package dev.keyway.conformance;

import dev.keyway.spi.AuthProvider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** The suite on a provider that was broken. */
abstract class BrokenConformance extends AuthConformance {

  /** The rule that must fail. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Breaks {
    String value();
  }

  private final Function<AuthProvider, AuthProvider> breaking;

  BrokenConformance(Function<AuthProvider, AuthProvider> breaking) {
    this.breaking = breaking;
  }

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return new EmulatorHarness(
        Vendor.STACK_AUTH, DelegatingProvider.breaking(Vendor.STACK_AUTH.factory(), breaking));
  }
}
