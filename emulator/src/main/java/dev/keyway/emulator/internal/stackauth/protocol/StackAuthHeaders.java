package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.Request;
import java.util.Optional;

/**
 * The vendor's own headers. SDKs from 2.8.108 on send all of them as {@code x-hexclave-*}, older
 * ones and the guides as {@code x-stack-*}: both are read, and responses use the caller's family.
 */
public final class StackAuthHeaders {
  static final String STACK = "x-stack-";
  static final String HEXCLAVE = "x-hexclave-";

  private final Request request;
  private final String family;

  public StackAuthHeaders(Request request) {
    this.request = request;
    boolean stack = request.headerNames().stream().anyMatch(name -> name.startsWith(STACK));
    boolean hexclave = request.headerNames().stream().anyMatch(name -> name.startsWith(HEXCLAVE));
    this.family = hexclave && !stack ? HEXCLAVE : STACK;
  }

  /** The value of a header by its name without family, for example {@code project-id}. */
  public Optional<String> get(String name) {
    return request.header(STACK + name).or(() -> request.header(HEXCLAVE + name));
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
    return family + name;
  }
}
