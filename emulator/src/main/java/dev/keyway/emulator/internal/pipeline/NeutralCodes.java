package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.http.Response;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What an API's errors become in the neutral library: {@code neutral.properties} beside its class,
 * by code, or by {@code code@operation} where one operation differs.
 */
public final class NeutralCodes {
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FAILURE = 500;
  private static final int TOO_MANY = 429;

  private final Class<?> owner;
  private @Nullable Properties byCode;

  private NeutralCodes(Class<?> owner) {
    this.owner = owner;
  }

  /** Those of the file in {@code owner}'s package, which is read when the first error is told. */
  public static NeutralCodes beside(Class<?> owner) {
    return new NeutralCodes(owner);
  }

  /** The name of the neutral code of a response; empty where it is no error. */
  public Optional<String> of(String operation, Response response) {
    String own = response.diagnosis().neutralCode();
    if (own != null) {
      return Optional.of(own);
    }
    String code = response.errorCode();
    if (code != null) {
      String general = byCode().getProperty(code, "UNKNOWN");
      return Optional.of(byCode().getProperty(code + "@" + operation, general));
    }
    return ofStatus(response.status());
  }

  private synchronized Properties byCode() {
    Properties known = byCode;
    if (known == null) {
      known = Explanations.read(owner, "neutral.properties");
      byCode = known;
    }
    return known;
  }

  private static Optional<String> ofStatus(int status) {
    if (status < FIRST_REFUSAL) {
      return Optional.empty();
    }
    if (status == TOO_MANY) {
      return Optional.of("RATE_LIMITED");
    }
    return Optional.of(status >= FIRST_FAILURE ? "SERVICE_UNAVAILABLE" : "UNKNOWN");
  }
}
