package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.function.Function;

/**
 * JSON that a vendor sent without being asked. It is read as strictly as its answers: a component
 * of a record that is not {@code @Nullable} is required, and sizes are bounded.
 */
public final class SentJson {

  private SentJson() {}

  /**
   * Reads it, and makes neutral values of it.
   *
   * @param type a record of the wire
   * @throws AuthException {@link ErrorCode#INVALID_RESPONSE}, quoting nothing, if it has another
   *     form or a value that no neutral one takes
   */
  public static <W, T> T read(byte[] json, Class<W> type, Function<W, T> values) {
    try {
      return values.apply(type.cast(WireJson.read(json, type)));
    } catch (WireJson.Mismatch e) {
      throw invalid(e.how());
    } catch (AuthException e) {
      throw e.code() == ErrorCode.INVALID_ARGUMENT ? invalid("with an unfit value") : e;
    }
  }

  private static AuthException invalid(String how) {
    return AuthException.of(ErrorCode.INVALID_RESPONSE, "The webhook came " + how);
  }
}
