package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/** A vendor's whole response, and the failures that may be made of it. */
public final class VendorResponse {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration LONGEST_WISH = Duration.ofDays(1);

  /** What reaches messages, observers and logs is no longer, and is made of few characters. */
  private static final int LONGEST_NAME = 100;

  private final String provider;
  private final Route route;
  private final Dialect dialect;
  private final Clock clock;
  private final int status;
  private final MessageHeaders headers;
  private final byte[] body;
  private final byte[] sent;
  private final boolean effectBefore;
  private final boolean effect;
  private @Nullable Map<String, @Nullable Object> json;
  private boolean parsed;
  private @Nullable Map<String, Object> top;

  VendorResponse(
      String provider,
      Route route,
      Dialect dialect,
      Clock clock,
      int status,
      MessageHeaders headers,
      byte[] body,
      byte[] sent,
      boolean effectBefore) {
    this.provider = provider;
    this.route = route;
    this.dialect = dialect;
    this.clock = clock;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.sent = sent;
    this.effectBefore = effectBefore;
    this.effect = effectBefore || !route.reads();
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The route that answered, such as {@code POST /v1/users}. */
  public String route() {
    return route.toString();
  }

  /** A header's first value; upper and lower case make no difference. */
  public Optional<String> header(String name) {
    Header header = headers.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }

  /** The media type in lower case, without parameters; empty text when there is none. */
  public String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The body as a JSON object, if it is one and says so. */
  public Optional<Map<String, @Nullable Object>> json() {
    if (!parsed) {
      parsed = true;
      json = hasJson() ? WireJson.object(body).orElse(null) : null;
    }
    return Optional.ofNullable(json);
  }

  /**
   * A text, number or boolean at the top of the JSON body; what else is there is passed over, so
   * that this costs less than {@link #json}.
   */
  public Optional<Object> scalar(String field) {
    Map<String, Object> read = top;
    if (read == null) {
      read = hasJson() ? TopOfJson.scalars(body) : Map.of();
      top = read;
    }
    return Optional.ofNullable(read.get(field));
  }

  /** A text field at the top of the JSON body. */
  public Optional<String> text(String field) {
    return scalar(field).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The body as text. Never put it into a message. */
  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The vendor refused, and the library knows why.
   *
   * @param message the vendor's words; only where they can't quote what was sent
   */
  public AuthException refused(
      ErrorCode code, Optional<String> nativeCode, Optional<String> message) {
    return failure(
        code,
        provider + " refused " + route + " with " + nativeCode.orElse("status " + status),
        retry(),
        nativeCode,
        message);
  }

  /** The vendor refused with a code of its own, which the table may know. */
  public AuthException refusedWith(String nativeCode, ErrorTable table) {
    Optional<String> named = Optional.of(nativeCode).filter(code -> isCode(code, table));
    return named
        .flatMap(table::find)
        .map(code -> refused(code, named, Optional.empty()))
        .orElseGet(() -> unrecognised(named));
  }

  /**
   * The vendor refused, and the library does not know the code: {@link ErrorCode#RATE_LIMITED},
   * {@link ErrorCode#SERVICE_UNAVAILABLE} or {@link ErrorCode#UNKNOWN} by the status, or {@link
   * ErrorCode#INVALID_RESPONSE} when the answer is not in the vendor's form.
   *
   * @param nativeCode the code, which makes the answer the vendor's own
   */
  public AuthException unrecognised(Optional<String> nativeCode) {
    if (status == TOO_MANY_REQUESTS) {
      return refused(ErrorCode.RATE_LIMITED, nativeCode, Optional.empty());
    }
    if (status >= 500) {
      return refused(ErrorCode.SERVICE_UNAVAILABLE, nativeCode, Optional.empty());
    }
    if (status >= 400 && (nativeCode.isPresent() || json().isPresent())) {
      return refused(ErrorCode.UNKNOWN, nativeCode, Optional.empty());
    }
    return invalid("with something else than an answer of its own");
  }

  /** The answer is not what the vendor sends. */
  public AuthException invalid(String how) {
    return failure(
        ErrorCode.INVALID_RESPONSE,
        provider + " answered " + route + " (status " + status + ") " + how,
        effect ? Retry.OUTCOME_UNKNOWN : Retry.SAFE_LATER,
        Optional.empty(),
        Optional.empty());
  }

  /** A listed one, or what looks like one and is nothing that the caller sent. */
  private boolean isCode(String code, ErrorTable table) {
    return isName(code, "_")
        && isLetter(code.charAt(0))
        && (table.codes().containsKey(code) || !isSent(code));
  }

  /** Letters and digits of ASCII and, beyond the first place, these others. */
  private static boolean isName(String text, String others) {
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && (i == 0 || others.indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isSent(String text) {
    return sent.length > 0 && new String(sent, StandardCharsets.UTF_8).contains(text);
  }

  boolean isEncoded() {
    return header("content-encoding")
        .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
        .isPresent();
  }

  boolean hasJson() {
    String type = mediaType();
    return type.equals("application/json") || type.endsWith("+json");
  }

  byte[] bytes() {
    return body;
  }

  Optional<String> requestId() {
    return dialect.requestId(this).filter(id -> isName(id, "._:-")).filter(id -> !isSent(id));
  }

  private Retry retry() {
    if (status == TOO_MANY_REQUESTS) {
      // A request that was turned away did nothing, but one before it in the same call may have.
      return effectBefore ? Retry.OUTCOME_UNKNOWN : Retry.SAFE_LATER;
    }
    if (status >= 500) {
      return effect ? Retry.OUTCOME_UNKNOWN : Retry.SAFE_LATER;
    }
    return Retry.NEVER;
  }

  private AuthException failure(
      ErrorCode code,
      String text,
      Retry retry,
      Optional<String> nativeCode,
      Optional<String> message) {
    return AuthException.of(
        code,
        text,
        retry,
        new ProviderError(
            provider, nativeCode, OptionalInt.of(status), requestId(), message, retryAfter()));
  }

  /** Seconds or an HTTP date (RFC 9110, section 10.2.3); anything else is no wish. */
  private Optional<Duration> retryAfter() {
    return header("retry-after").map(String::strip).flatMap(this::wish);
  }

  private Optional<Duration> wish(String value) {
    try {
      Duration wish =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  Instant.from(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
      if (wish.isNegative()) {
        return Optional.of(Duration.ZERO);
      }
      return Optional.of(wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
