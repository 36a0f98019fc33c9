package dev.keyway.providers.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Loads what reads JSON while a client opens its connection pool: a third of the time to a first
 * answer is Jackson's. Once in a Java process, on a thread that then ends; not at all on a machine
 * with one processor, where it would only be in the way.
 */
public final class JsonAhead {

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  /** Has what the vendors' answers have. */
  private static final byte[] SAMPLE =
      """
      {"text": "a", "flag": true, "number": 1, "map": {"deep": [1, {}]},
       "list": [{"text": "b", "flag": false, "number": 2}]}
      """
          .getBytes(UTF_8);

  /** Read and forgotten. */
  record Sample(
      String text,
      boolean flag,
      long number,
      @Nullable Map<String, Object> map,
      @Nullable List<Sample> list) {}

  private JsonAhead() {}

  /** Begins, unless that was done before. Jackson is there, and of a version that will do. */
  public static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1 && BEGUN.compareAndSet(false, true)) {
      // Before 2.20 Jackson has a circle of classes here: it is initialized by the caller, so that
      // two threads do not come to it from different ends.
      Object unused = PropertyNamingStrategies.SNAKE_CASE;
      Thread thread = new Thread(JsonAhead::read, "keyway-json-ahead");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Nothing, if Jackson can't: what needs it says so. */
  static Optional<Object> read() {
    try {
      return Optional.of(WireJson.read(SAMPLE, Sample.class));
    } catch (WireJson.Mismatch | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }
}
