package dev.keyway.providers.flow;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query of a URI that a browser came back to. What is wrong with it fails with {@link
 * ErrorCode#CALLBACK_INVALID}; messages name parameters, never their values.
 */
public final class CallbackParameters {

  private static final int MAX_QUERY_LENGTH = 16_384;
  private static final int MAX_VALUE_LENGTH = 4096;

  private final Map<String, List<String>> values;

  private CallbackParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads the query.
   *
   * @throws AuthException {@link ErrorCode#CALLBACK_INVALID} when it is longer than 16384
   *     characters or its percent-encoding is not UTF-8
   */
  public static CallbackParameters of(URI callback) {
    String query = query(callback);
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query != null) {
      if (query.length() > MAX_QUERY_LENGTH) {
        throw invalid("is too long");
      }
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new CallbackParameters(values);
  }

  /**
   * Reads the query of a callback that must be at the address where the flow was to end. Scheme and
   * port may differ, for an application behind a proxy; a scheme of an app's own may not.
   *
   * @throws AuthException {@link ErrorCode#CALLBACK_INVALID} also when host or path are others
   */
  public static CallbackParameters of(URI callback, URI begunWith) {
    CallbackParameters parameters = of(callback);
    boolean same =
        scheme(callback).equals(scheme(begunWith))
            && UriHost.of(callback).equals(UriHost.of(begunWith))
            && path(callback).equals(path(begunWith));
    if (!same) {
      throw invalid("is another one than the flow was begun with");
    }
    return parameters;
  }

  /** For {@code app:back?x=y} the JDK knows no query. */
  private static @Nullable String query(URI uri) {
    if (!uri.isOpaque()) {
      return uri.getRawQuery();
    }
    String text = uri.getRawSchemeSpecificPart();
    int mark = text.indexOf('?');
    return mark < 0 ? null : text.substring(mark + 1);
  }

  private static String scheme(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("http") ? "https" : scheme;
  }

  private static String path(URI uri) {
    if (uri.isOpaque()) {
      return uri.getRawSchemeSpecificPart().split("\\?", 2)[0];
    }
    return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
  }

  /**
   * A parameter that must be there once.
   *
   * @throws AuthException {@link ErrorCode#CALLBACK_INVALID} when it is absent, blank, repeated or
   *     longer than 4096 characters
   */
  public String required(String name) {
    return optional(name).orElseThrow(() -> invalid("lacks the parameter " + name));
  }

  /**
   * A parameter that may be there once; a blank one counts as absent.
   *
   * @throws AuthException {@link ErrorCode#CALLBACK_INVALID} when it is repeated or longer than
   *     4096 characters
   */
  public Optional<String> optional(String name) {
    List<String> found = values.getOrDefault(name, List.of());
    if (found.size() > 1) {
      throw invalid("has the parameter " + name + " more than once");
    }
    Optional<String> value = found.stream().filter(v -> !v.isBlank()).findFirst();
    if (value.isPresent() && value.get().length() > MAX_VALUE_LENGTH) {
      throw invalid("has an over-long parameter " + name);
    }
    return value;
  }

  /** A failure about the callback. */
  public static AuthException invalid(String problem) {
    return AuthException.of(ErrorCode.CALLBACK_INVALID, "The callback URI " + problem);
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        // java.net.URI takes none without two hexadecimal digits after it.
        bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 3;
      } else {
        // java.net.URI lets letters beyond ASCII stand as they are.
        int letter = text.codePointAt(i);
        bytes.writeBytes(
            (c == '+' ? " " : Character.toString(letter)).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(letter);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw invalid("has a percent-encoding that is not UTF-8");
    }
  }
}
