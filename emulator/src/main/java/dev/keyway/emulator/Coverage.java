package dev.keyway.emulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the emulator serves and how it is known that the real services behave so. Made from the
 * registered routes and the tables of errors themselves, so nothing that is served is missing.
 * Immutable.
 *
 * @param operations every route, built or not, by provider, path and method
 * @param errors every error with a code, by provider, in the order of its own list
 */
public record Coverage(List<Operation> operations, List<EmulatedError> errors) {

  private static final Comparator<Operation> BY_PATH =
      Comparator.comparing(Operation::provider)
          .thenComparing(Operation::path)
          .thenComparing(Operation::method);

  /** Copies and orders the lists. */
  public Coverage {
    operations = operations.stream().sorted(BY_PATH).toList();
    errors = errors.stream().sorted(Comparator.comparing(EmulatedError::provider)).toList();
  }

  /** The vendors in the order of their ids, among them the emulator's own parts. */
  public List<String> providers() {
    return operations.stream().map(Operation::provider).distinct().sorted().toList();
  }

  /** The routes of one provider. */
  public List<Operation> operations(String provider) {
    return operations.stream().filter(o -> o.provider().equals(provider)).toList();
  }

  /** The errors of one provider. */
  public List<EmulatedError> errors(String provider) {
    return errors.stream().filter(e -> e.provider().equals(provider)).toList();
  }

  /** What is known of an error; {@code code} may be null, as it is for responses without one. */
  public Optional<EmulatedError> error(String provider, @Nullable String code) {
    return errors.stream()
        .filter(e -> e.provider().equals(provider) && e.code().equals(code))
        .findFirst();
  }

  /** The numbers of one provider. */
  public Totals totals(String provider) {
    return totals(o -> o.provider().equals(provider), e -> e.provider().equals(provider));
  }

  /** The numbers of all together. */
  public Totals totals() {
    return totals(o -> true, e -> true);
  }

  private Totals totals(Predicate<Operation> routes, Predicate<EmulatedError> codes) {
    List<Operation> known = operations.stream().filter(routes).toList();
    List<Operation> built = known.stream().filter(Operation::built).toList();
    List<EmulatedError> own = errors.stream().filter(codes).toList();
    return new Totals(
        known.size(),
        Tally.of(built.stream().map(Operation::provenance).toList()),
        Tally.of(own.stream().map(EmulatedError::provenance).toList()));
  }

  /**
   * Numbers.
   *
   * @param routes routes, built or not
   * @param built those that are built, by how their behaviour is known
   * @param errors errors, by how code and status are known
   */
  public record Totals(int routes, Tally built, Tally errors) {}

  /**
   * How many are known from where.
   *
   * @param vendorSource from the vendor's own source
   * @param documented from its documentation or SDKs
   * @param inferred from neither
   */
  public record Tally(int vendorSource, int documented, int inferred) {
    static Tally of(List<Provenance> all) {
      return new Tally(
          count(all, Provenance.VENDOR_SOURCE),
          count(all, Provenance.DOCUMENTED),
          count(all, Provenance.INFERRED));
    }

    /** All of them. */
    public int total() {
      return vendorSource + documented + inferred;
    }

    private static int count(List<Provenance> all, Provenance wanted) {
      return (int) all.stream().filter(wanted::equals).count();
    }
  }
}
