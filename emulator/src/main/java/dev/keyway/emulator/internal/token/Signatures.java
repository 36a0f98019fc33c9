package dev.keyway.emulator.internal.token;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.random.Randomness;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of one response. They are computed when nothing is locked any more, so that requests
 * to one project sign on all cores: until then a text that nobody can guess stands in their place.
 */
public final class Signatures implements AutoCloseable {
  private static final ThreadLocal<@Nullable Signatures> CURRENT = new ThreadLocal<>();
  private static final String STAND_IN =
      "signature-" + new Randomness(new SecureRandom()).base64Url(16) + "-";
  private static final AtomicLong COUNT = new AtomicLong();

  private Map<String, Supplier<String>> missing = Map.of();

  private Signatures() {}

  /** Puts off what is signed on this thread, until {@link #close}. */
  public static Signatures putOff() {
    Signatures collected = new Signatures();
    CURRENT.set(collected);
    return collected;
  }

  /** A signature, or what stands for it where signatures are put off. */
  static String of(Supplier<String> signature) {
    Signatures collected = CURRENT.get();
    if (collected == null) {
      return signature.get();
    }
    String standIn = STAND_IN + COUNT.incrementAndGet() + "-";
    if (collected.missing.isEmpty()) {
      collected.missing = new LinkedHashMap<>();
    }
    collected.missing.put(standIn, signature);
    return standIn;
  }

  /** The response with its signatures. The tree of its body keeps what stands for them. */
  public Response complete(Response response) {
    Response complete = response;
    for (Map.Entry<String, Supplier<String>> one : missing.entrySet()) {
      if (complete.body().contains(one.getKey())) {
        complete = complete.withBody(complete.body().replace(one.getKey(), one.getValue().get()));
      }
    }
    return complete;
  }

  /** From now on this thread signs at once. */
  @Override
  public void close() {
    CURRENT.remove();
  }
}
