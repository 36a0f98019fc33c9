package dev.keyway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation with one provider, held by curl and written down as it went. */
final class Transcript {

  private static final Pattern SECRET =
      Pattern.compile(
          "(\"(?:access_token|refresh_token|session_jwt|session_token)\" ?: ?\"[^\"]{8})[^\"]*");
  private static final Pattern HEADERS =
      Pattern.compile("^(HTTP/|content-type:|x-stack-known-error:).*", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> variables;
  private final List<String> statuses = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Transcript(String introduction, Map<String, String> variables) {
    this.variables = new LinkedHashMap<>(variables);
    text.append(introduction);
  }

  /**
   * Runs a command and notes what came back.
   *
   * @param keep variables for the commands to come, by the answer's field that holds them
   */
  void step(String title, String command, Map<String, String> keep)
      throws IOException, InterruptedException {
    String answer = run(command);
    keep.forEach((field, variable) -> variables.put(variable, field(answer, field)));
    int body = answer.indexOf("\r\n\r\n");
    String head = body < 0 ? answer : answer.substring(0, body);
    String json = body < 0 ? "" : answer.substring(body + 4);
    String status = head.lines().findFirst().orElse("");
    if (status.contains(" 501 ")) {
      return; // The emulator does not serve this yet: nothing to show.
    }
    statuses.add(status);
    text.append("## ").append(title).append("\n\n```console\n$ ").append(command).append('\n');
    head.lines()
        .filter(line -> HEADERS.matcher(line).matches())
        .forEach(line -> text.append(line).append('\n'));
    text.append('\n').append(shortened(indented(compact(json)))).append("\n```\n\n");
  }

  String text() {
    return text.toString();
  }

  /** The commands' status lines, in order. */
  List<String> statuses() {
    return List.copyOf(statuses);
  }

  private String run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " failed: " + output);
    }
    return output;
  }

  private static String field(String answer, String name) {
    Matcher field =
        Pattern.compile("\"" + Pattern.quote(name) + "\" ?: ?\"([^\"]*)\"").matcher(answer);
    if (!field.find()) {
      throw new AssertionError("No " + name + " in " + answer);
    }
    return field.group(1);
  }

  private static String shortened(String json) {
    return SECRET.matcher(json).replaceAll("$1…");
  }

  /** Without blanks between what means something: some answers are indented already. */
  private static String compact(String json) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      }
      if (quoted || !Character.isWhitespace(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** One field a line, for reading. */
  private static String indented(String json) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      }
      if (quoted) {
        out.append(c);
      } else if ((c == '{' || c == '[') && "}]".indexOf(json.charAt(i + 1)) < 0) {
        depth++;
        out.append(c).append('\n').append("  ".repeat(depth));
      } else if ((c == '}' || c == ']') && "{[".indexOf(json.charAt(i - 1)) < 0) {
        depth--;
        out.append('\n').append("  ".repeat(depth)).append(c);
      } else if (c == ',') {
        out.append(c).append('\n').append("  ".repeat(depth));
      } else {
        out.append(c == ':' ? ": " : c);
      }
    }
    return out.toString();
  }
}
