package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.WordingException;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.HandWrittenText;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that errors are told in, where whoever starts the emulator has others than its own:
 * templates over the details of each error.
 */
@Singleton
public final class Wording {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_]+)}");

  private final Map<KnownError, String> templates = new EnumMap<>(KnownError.class);

  /**
   * Reads the file that the emulator was started with, if there is one.
   *
   * @throws WordingException if it cannot be read, or is none
   */
  @Inject
  Wording(EmulatorOptions options) {
    if (options.wording() != null) {
      read(options.wording());
    }
  }

  private void read(Path file) {
    String text;
    try {
      text = HandWrittenText.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new WordingException(file + ": cannot be read as text in UTF-8", e);
    }
    JsonNode tree;
    try {
      tree = Json.readPlaced(text);
    } catch (Json.Misplaced e) {
      throw new WordingException(file + ": " + e.getMessage());
    }
    if (!tree.isObject()) {
      throw new WordingException(file + ": must be a JSON object of codes and sentences");
    }
    tree.properties()
        .forEach(
            line -> {
              String place = file + ": " + line.getKey();
              KnownError error = named(line.getKey(), place);
              templates.put(error, checked(error, line.getValue(), place));
            });
  }

  private static KnownError named(String code, String place) {
    try {
      return KnownError.valueOf(code);
    } catch (IllegalArgumentException e) {
      throw new WordingException(place + ": there is no error of this code", e);
    }
  }

  private static String checked(KnownError error, JsonNode template, String place) {
    if (!template.isTextual()) {
      throw new WordingException(place + ": must be a text");
    }
    Matcher names = PLACEHOLDER.matcher(template.textValue());
    while (names.find()) {
      if (!error.detailKeys().contains(names.group(1))) {
        throw new WordingException(
            "%s: has no detail %s; there are %s"
                .formatted(place, names.group(1), error.detailKeys()));
      }
    }
    return template.textValue();
  }

  /** The sentence of an error with these details; empty where the file has none. */
  public Optional<String> of(KnownError error, @Nullable JsonNode details) {
    return Optional.ofNullable(templates.get(error)).map(template -> filled(template, details));
  }

  /** An error's response with the file's sentence, any other as it is. */
  Response applied(Response response) {
    if (templates.isEmpty()
        || response.errorCode() == null
        || !(response.json() instanceof ObjectNode body)
        || !body.path("error").isTextual()) {
      return response;
    }
    KnownError error = KnownError.valueOf(response.errorCode());
    return of(error, body.get("details"))
        .map(
            sentence -> {
              ObjectNode told = body.deepCopy().put("error", sentence);
              return new Response(
                  response.status(),
                  response.headers(),
                  response.contentType(),
                  Json.writeIndented(told),
                  told,
                  response.errorCode(),
                  response.diagnosis());
            })
        .orElse(response);
  }

  /** Each name becomes the detail's text once: what a detail holds is no template. */
  private static String filled(String template, @Nullable JsonNode details) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            name -> {
              JsonNode value = details == null ? null : details.get(name.group(1));
              String text =
                  value == null ? "" : value.isTextual() ? value.textValue() : value.toString();
              return Matcher.quoteReplacement(text);
            });
  }
}
