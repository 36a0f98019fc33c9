package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Which page of a search is asked for: newest first, from where the one before it ended. */
public final class SearchPage {
  public static final Field<BigDecimal> LIMIT = Bodies.whole("limit");
  public static final Field<String> CURSOR = Field.text("cursor");

  private static final int DEFAULT_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 1000;
  private static final String CURSOR_PREFIX = "before:";

  private final int limit;
  private final long before;

  private SearchPage(int limit, long before) {
    this.limit = limit;
    this.before = before;
  }

  /**
   * Reads limit and cursor, in this order.
   *
   * @throws StytchFailure {@code badLimit} or {@code badCursor}
   */
  public static SearchPage of(StytchCall call, StytchError badLimit, StytchError badCursor) {
    int limit = call.whole(LIMIT).orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw badLimit.failure();
    }
    return new SearchPage(
        limit, call.find(CURSOR).map(cursor -> read(cursor, badCursor)).orElse(Long.MAX_VALUE));
  }

  /**
   * What stands on the page.
   *
   * @param oldestFirst everything
   * @param wanted what is searched for
   * @param sequence a number that grows with everything that is added
   */
  public <T> Found<T> in(
      List<? extends T> oldestFirst, Predicate<T> wanted, ToLongFunction<T> sequence) {
    List<T> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    List<T> found = newestFirst.stream().filter(wanted).toList();
    List<T> rest = found.stream().filter(one -> sequence.applyAsLong(one) < before).toList();
    List<T> page = rest.subList(0, Math.min(limit, rest.size()));
    boolean last = page.size() == rest.size();
    return new Found<>(
        page, found.size(), last ? null : write(sequence.applyAsLong(page.get(page.size() - 1))));
  }

  /**
   * A page.
   *
   * @param items what stands on it
   * @param total how many there are on all pages
   * @param cursor where the next one begins; null if it is the last
   */
  public record Found<T>(List<T> items, int total, @Nullable String cursor) {
    /** The object {@code results_metadata} of an answer. */
    public ObjectNode metadata() {
      return Json.object().put("total", total).put("next_cursor", cursor);
    }
  }

  /** A cursor names the last one of a page, so that new ones do not shift the next page. */
  private static String write(long sequence) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((CURSOR_PREFIX + sequence).getBytes(StandardCharsets.US_ASCII));
  }

  private static long read(String cursor, StytchError otherwise) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.startsWith(CURSOR_PREFIX)) {
        return Long.parseLong(text.substring(CURSOR_PREFIX.length()));
      }
    } catch (IllegalArgumentException notOurs) {
      // Told below, together with a cursor that says something else.
    }
    throw otherwise.failure();
  }
}
