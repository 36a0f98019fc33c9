package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Provenance;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** An error that a vendor sends: one of its table. */
public interface VendorError {
  /** Its code on the wire. */
  String code();

  /** Its HTTP status. */
  int status();

  /** How code and status are known. */
  Provenance provenance();

  /** What it means and what usually causes it. */
  String explanation();

  /** As users see it. */
  default EmulatedError describe(String provider) {
    return new EmulatedError(provider, code(), status(), provenance(), explanation());
  }

  /** The errors of one rule and of another. */
  static <E extends Enum<E> & VendorError> Set<E> union(Set<E> one, Set<E> other) {
    Set<E> both = EnumSet.copyOf(one);
    both.addAll(other);
    return Collections.unmodifiableSet(both);
  }
}
