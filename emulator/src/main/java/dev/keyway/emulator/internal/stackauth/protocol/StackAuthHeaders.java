package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The vendor's own headers. SDKs from 2.8.108 on send all of them as {@code x-hexclave-*}, older
 * ones and the guides as {@code x-stack-*}: both are read, and responses use the caller's family.
 */
public final class StackAuthHeaders {
  static final String STACK = "x-stack-";
  static final String HEXCLAVE = "x-hexclave-";

  /** Full names by those that the code here asks for: putting them together took long. */
  private static final Map<String, String> STACK_NAMES = new ConcurrentHashMap<>();

  private static final Map<String, String> HEXCLAVE_NAMES = new ConcurrentHashMap<>();

  private final Request request;
  private final String family;
  private final boolean mixed;

  public StackAuthHeaders(Request request) {
    this.request = request;
    boolean stack = false;
    boolean hexclave = false;
    for (String name : request.headerNames()) {
      stack |= name.startsWith(STACK);
      hexclave |= name.startsWith(HEXCLAVE);
    }
    this.family = hexclave && !stack ? HEXCLAVE : STACK;
    this.mixed = hexclave && stack;
  }

  /** The value of a header by its name without family, for example {@code project-id}. */
  public Optional<String> get(String name) {
    if (!mixed) {
      return request.header(nameOf(name));
    }
    Optional<String> first = request.header(STACK + name);
    return first.isPresent() ? first : request.header(HEXCLAVE + name);
  }

  public boolean has(String name) {
    return get(name).isPresent();
  }

  /** Whether a header has exactly the value {@code true}. */
  boolean isTrue(String name) {
    return get(name).filter("true"::equals).isPresent();
  }

  /** The full name of a header of the caller's family. */
  public String nameOf(String name) {
    Map<String, String> names = family.equals(STACK) ? STACK_NAMES : HEXCLAVE_NAMES;
    String known = names.get(name);
    return known == null ? names.computeIfAbsent(name, family::concat) : known;
  }
}
