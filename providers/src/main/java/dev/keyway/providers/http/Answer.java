package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a whole answer, of the right form, must still be. For use within a call, after a request.
 */
public final class Answer {

  private Answer() {}

  /** Fails with {@link ErrorCode#INVALID_RESPONSE} unless the answer is about whom it was asked. */
  public static void requireAbout(String asked, String answered) {
    if (!asked.equals(answered)) {
      throw CallScope.current().response().invalid("about somebody else than it was asked");
    }
  }

  /** {@link ErrorCode#INVALID_RESPONSE} about the latest answer, which this says of it. */
  public static AuthException invalid(String how) {
    return CallScope.current().response().invalid(how);
  }

  /**
   * What a request finds.
   *
   * @param missing whether a refusal says that there is nothing: then it is empty
   */
  public static <T> Optional<T> find(Supplier<T> request, Predicate<AuthException> missing) {
    try {
      return Optional.of(request.get());
    } catch (AuthException e) {
      if (missing.test(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Makes neutral values of an answer. What they refuse was not the caller's argument, so that it
   * fails with {@link ErrorCode#INVALID_RESPONSE}.
   */
  public static <T> T read(Supplier<T> values) {
    try {
      return values.get();
    } catch (AuthException e) {
      throw e.code() == ErrorCode.INVALID_ARGUMENT ? invalid("with an unfit value") : e;
    }
  }
}
