package dev.keyway.conformance;

import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthSignIn;
import dev.keyway.Session;
import dev.keyway.SignInResult;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Mistakes that a provider could make in more than one area. */
final class Sabotages {

  private Sabotages() {}

  /** Where the real area refuses with one of these codes, says what it said last. */
  static Saboteur.Sabotage forgiving(ErrorCode... refused) {
    AtomicReference<@Nullable Object> last = new AtomicReference<>();
    return call -> {
      try {
        Object result = call.real();
        if (isSuccess(result)) {
          last.set(result);
        }
        return result;
      } catch (AuthException e) {
        if (Set.of(refused).contains(e.code())) {
          return Optional.ofNullable(last.get()).orElseThrow(() -> e);
        }
        throw e;
      }
    };
  }

  /** Gives the same answer again to the same argument. */
  static Saboteur.Sabotage remembering(String name, int argument) {
    ConcurrentMap<Object, Object> answers = new ConcurrentHashMap<>();
    return call -> {
      if (!call.name().equals(name)) {
        return call.real();
      }
      Object known = answers.get(call.argument(argument));
      if (known != null) {
        return known;
      }
      Object answer = call.real();
      if (answer != null) {
        answers.put(call.argument(argument), answer);
      }
      return answer;
    };
  }

  /** Does nothing where it is told to, and says that all is well. */
  static Saboteur.Sabotage skipping(String name) {
    return call -> call.name().equals(name) ? null : call.real();
  }

  /** Makes the call with a default in place of what the caller asked for. */
  static Saboteur.Sabotage overlooking(String name, int argument, Object standard) {
    return call -> call.name().equals(name) ? call.realWith(argument, standard) : call.real();
  }

  /** Reports an address that nobody has. */
  static Saboteur.Sabotage tellingWhoHasAnAccount(String name) {
    return call -> {
      if (call.name().equals(name)
          && call.provider()
              .areas()
              .users()
              .findByEmail((EmailAddress) call.argument(0))
              .isEmpty()) {
        throw AuthException.of(ErrorCode.USER_NOT_FOUND, "Nobody has the address");
      }
      return call.real();
    };
  }

  /** Turns every failure into another one. */
  static Saboteur.Sabotage failing(Failure failure) {
    return call -> {
      try {
        return call.real();
      } catch (AuthException e) {
        return failure.handle(call, e);
      }
    };
  }

  /** Signs somebody in although the real area refused. */
  static Saboteur.Sabotage admitting(String name) {
    AtomicInteger strangers = new AtomicInteger();
    return failing(
        (call, e) -> {
          if (!call.name().equals(name)) {
            throw e;
          }
          EmailAddress stranger =
              EmailAddress.of("stranger-" + strangers.incrementAndGet() + "@example.com");
          return call.provider().areas().passwords().signUp(stranger, Samples.PASSWORD);
        });
  }

  /** What becomes of a failure. */
  interface Failure {
    @Nullable Object handle(Saboteur.Call call, AuthException failure) throws Throwable;
  }

  private static boolean isSuccess(@Nullable Object result) {
    return result instanceof SignInResult
        || result instanceof OAuthSignIn
        || result instanceof Session;
  }
}
