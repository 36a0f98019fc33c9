package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text and what it must look like. All checks run, so that all problems are told at once. */
public final class StringRule implements Rule {
  /** The HTML standard's form of an e-mail address. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  private static final String STRICT_EMAIL = "^[^.]+(\\.[^.]+)*@.*\\.[^.][^.]+$";

  private static final Pattern UUID =
      Pattern.compile(
          "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
              + "|00000000-0000-0000-0000-000000000000");

  private final List<Function<String, @Nullable String>> checks;

  StringRule() {
    this(List.of());
  }

  private StringRule(List<Function<String, @Nullable String>> checks) {
    this.checks = checks;
  }

  public StringRule email() {
    return and(text -> EMAIL.matcher(text).matches() ? null : "must be a valid email");
  }

  /** What sign-up and code mails demand beyond {@link #email()}. */
  public StringRule strictEmail() {
    return email().maxLength(256).matching(STRICT_EMAIL);
  }

  public StringRule maxLength(int most) {
    return and(text -> text.length() <= most ? null : "must be at most " + most + " characters");
  }

  StringRule minLength(int least) {
    return and(text -> text.length() >= least ? null : "must be at least " + least + " characters");
  }

  public StringRule length(int exactly) {
    return and(
        text -> text.length() == exactly ? null : "must be exactly " + exactly + " characters");
  }

  public StringRule notEmpty() {
    return and(text -> !text.isEmpty() ? null : "must not be empty");
  }

  public StringRule matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return and(
        text ->
            pattern.matcher(text).find() ? null : "must match the following: \"/" + regex + "/\"");
  }

  public StringRule oneOf(String... values) {
    List<String> allowed = List.of(values);
    return and(
        text ->
            allowed.contains(text)
                ? null
                : "must be one of the following values: " + String.join(", ", allowed));
  }

  public StringRule uuid() {
    return and(text -> UUID.matcher(text).matches() ? null : "must be a valid UUID");
  }

  StringRule url() {
    return and(
        text -> {
          if (text.contains(" ")) {
            return "contains spaces";
          }
          return absolute(text).isPresent() ? null : "is not a valid URL";
        });
  }

  public StringRule base64() {
    return and(
        text -> {
          try {
            Base64.getDecoder().decode(text);
            return text.length() % 4 == 0 ? null : "is not valid base64";
          } catch (IllegalArgumentException e) {
            return "is not valid base64";
          }
        });
  }

  @Override
  public ObjectNode document() {
    return Json.object().put("type", "string");
  }

  @Override
  public JsonNode check(String path, JsonNode value, List<String> problems) {
    if (value.isContainerNode()) {
      problems.add(Rules.wrongType(path, "string", Rules.shown(value)));
      return value;
    }
    String text = value.asText();
    for (Function<String, @Nullable String> check : checks) {
      String problem = check.apply(text);
      if (problem != null) {
        problems.add(path + " " + problem);
      }
    }
    return TextNode.valueOf(text);
  }

  public static Optional<URI> absolute(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private StringRule and(Function<String, @Nullable String> check) {
    List<Function<String, @Nullable String>> more = new ArrayList<>(checks);
    more.add(check);
    return new StringRule(more);
  }
}
