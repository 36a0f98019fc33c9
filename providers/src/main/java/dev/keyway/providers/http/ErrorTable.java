package dev.keyway.providers.http;

import dev.keyway.ErrorCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor's error codes and what they mean here, as data: each {@link ErrorCode} with the vendor's
 * codes, white space between them. A code that ends in a star stands for all that begin so. What is
 * not listed is not known, and never guessed from the HTTP status.
 */
public final class ErrorTable {

  private final Map<String, ErrorCode> whole = new LinkedHashMap<>();
  private final Map<String, ErrorCode> beginnings = new LinkedHashMap<>();

  /**
   * The table of these rows.
   *
   * @throws IllegalArgumentException when a code has two meanings
   */
  public ErrorTable(Map<ErrorCode, String> rows) {
    rows.forEach(
        (code, natives) -> {
          for (String word : List.of(natives.strip().split("\\s+"))) {
            add(word, code);
          }
        });
  }

  private void add(String word, ErrorCode code) {
    ErrorCode before =
        word.endsWith("*")
            ? beginnings.put(word.substring(0, word.length() - 1), code)
            : whole.put(word, code);
    if (before != null) {
      throw new IllegalArgumentException("Two meanings: " + word);
    }
  }

  /** What the vendor's code means, if it is listed. */
  public Optional<ErrorCode> find(String nativeCode) {
    ErrorCode code = whole.get(nativeCode);
    return code != null
        ? Optional.of(code)
        : beginnings.entrySet().stream()
            .filter(beginning -> nativeCode.startsWith(beginning.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** Every code that is listed whole. */
  public Map<String, ErrorCode> codes() {
    return Collections.unmodifiableMap(whole);
  }

  /** Every beginning that is listed, without its star. */
  public Map<String, ErrorCode> beginnings() {
    return Collections.unmodifiableMap(beginnings);
  }
}
