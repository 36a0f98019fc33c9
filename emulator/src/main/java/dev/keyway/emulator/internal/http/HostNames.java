package dev.keyway.emulator.internal.http;

import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.address.UrlHost;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which this emulator is known: those of loopback, the public URL's and the declared
 * ones. A browser that comes under another was led here by somebody else's DNS.
 */
@Singleton
public final class HostNames {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|[a-z0-9.-]+\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]]+)(:\\d+)?");

  private static final Pattern ORIGIN = Pattern.compile("https?://([^/?#@]+)");

  private final Set<String> declared = new TreeSet<>();

  /** Those that {@code options} say. */
  @Inject
  public HostNames(EmulatorOptions options) {
    options.hostNames().stream().map(HostNames::lower).forEach(declared::add);
    if (options.publicUrl() != null) {
      declared.add(UrlHost.of(options.publicUrl()));
    }
  }

  /** The names that were declared, with the public URL's; not those of loopback. */
  public Set<String> declared() {
    return Set.copyOf(declared);
  }

  /** Whether the request's {@code Host} names this emulator. */
  public boolean know(Request request) {
    return host(request).filter(this::own).isPresent();
  }

  /** Whether the request's {@code Host} is a name of loopback. */
  public boolean loopback(Request request) {
    return host(request).filter(HostNames::loopback).isPresent();
  }

  /** Whether a page of that origin comes from loopback or a declared name, whatever the port. */
  public boolean knowOrigin(String origin) {
    return authority(origin).flatMap(HostNames::name).filter(this::own).isPresent();
  }

  /** Host and port of a page's origin, in lower case; empty where it has none, as {@code null}. */
  public static Optional<String> authority(String origin) {
    Matcher parts = ORIGIN.matcher(lower(origin));
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  private static Optional<String> host(Request request) {
    return request.header("host").map(HostNames::lower).flatMap(HostNames::name);
  }

  private boolean own(String name) {
    return loopback(name) || declared.contains(name);
  }

  private static boolean loopback(String name) {
    return LOOPBACK.matcher(name).matches();
  }

  private static Optional<String> name(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
