package dev.keyway.providers.jwt;

import java.util.List;
import java.util.function.Function;

/**
 * What a caller wants of a token. Make one and keep it: what it read is kept with the token.
 *
 * @param <T> what is read, which must not change afterwards
 */
public final class JwtReading<T> {

  private final List<JwtProfile> accepted;
  private final Function<VerifiedJwt, T> reader;

  /**
   * A reading.
   *
   * @param accepted the kinds of token that will do; the first that fits counts
   * @param reader reads the claims, of nothing else; what it throws is thrown
   */
  public JwtReading(List<JwtProfile> accepted, Function<VerifiedJwt, T> reader) {
    this.accepted = List.copyOf(accepted);
    this.reader = reader;
  }

  List<JwtProfile> accepted() {
    return accepted;
  }

  T read(VerifiedJwt token) {
    return reader.apply(token);
  }
}
