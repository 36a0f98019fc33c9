package dev.keyway.conformance;

import dev.keyway.spi.AuthProvider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestInfo;

/** The suite on a provider that was broken. */
abstract class BrokenConformance extends AuthConformance {

  /** The rule that must fail. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Breaks {
    String value();
  }

  private final Vendor vendor;
  private final UnaryOperator<AuthProvider> breaking;

  BrokenConformance(Vendor vendor, UnaryOperator<AuthProvider> breaking) {
    this.vendor = vendor;
    this.breaking = breaking;
  }

  BrokenConformance(Vendor vendor, Area area, Saboteur.Sabotage sabotage) {
    this(vendor, real -> BrokenProvider.at(area, real, sabotage));
  }

  BrokenConformance(Area area, Saboteur.Sabotage sabotage) {
    this(Vendor.STACK_AUTH, area, sabotage);
  }

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return new EmulatorHarness(vendor, DelegatingProvider.breaking(vendor.factory(), breaking));
  }
}
