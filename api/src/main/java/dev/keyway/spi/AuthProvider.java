package dev.keyway.spi;

import dev.keyway.Capability;
import java.util.Optional;
import java.util.Set;

/** One authentication vendor behind the neutral interfaces. Safe for use by several threads. */
public interface AuthProvider extends AutoCloseable {

  /** The id that configuration names, in lower case with hyphens, such as {@code stack-auth}. */
  String id();

  /**
   * What works, all of it and nothing else. Fixed for the provider's life. What is missing here is
   * refused before an area is called.
   */
  Set<Capability> capabilities();

  /**
   * What does the work. Asked for once, when the client is made.
   *
   * <p>An area's methods answer {@link dev.keyway.ErrorCode#UNSUPPORTED} unless they are written:
   * write those that a declared capability needs, each with the parameter for options, and leave
   * the others out. What a method owes stands at the method, after the word <em>Providers</em>.
   */
  Areas areas();

  /**
   * The provider's own view of itself, for what the neutral interfaces do not cover. Default: none.
   * Asked for at every {@link dev.keyway.AuthClient#unwrap}.
   *
   * @param type the view that is wanted
   * @param calls what every call of the view has to go through, so that it is guarded and observed
   *     as neutral ones are
   */
  default <T> Optional<T> unwrap(Class<T> type, NativeCalls calls) {
    return Optional.empty();
  }

  /** Releases connections, threads and cached tokens. Called once. */
  @Override
  void close();
}
