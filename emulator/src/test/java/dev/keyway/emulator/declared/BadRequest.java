package dev.keyway.emulator.declared;

import dev.keyway.emulator.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request that is wrong, and the answer to it.
 *
 * @param what tells it from others of the same fault and route
 * @param expected what the vendor answers
 */
record BadRequest(
    DeclaredRoute route,
    Fault fault,
    String what,
    Wire wire,
    String method,
    String path,
    String body,
    Expected expected) {

  /**
   * What the vendor answers.
   *
   * @param status of HTTP; 0 for any answer that the route declares, but one with the code
   * @param code the error; empty for an answer without one
   * @param words stand in the body
   */
  record Expected(int status, String code, List<String> words) {
    static final Expected ANY_DECLARED = new Expected(0, "", List.of());

    static Expected anyBut(String code) {
      return new Expected(0, code, List.of());
    }

    static Expected of(int status, String code, String... words) {
      return new Expected(status, code, List.of(words));
    }
  }

  /** Sends it; what is wrong with the answer, and nothing if it is right. */
  List<String> send() throws Exception {
    Wire.Reply reply = wire.send(method, path, body);
    return judge(reply).stream()
        .map(words -> "%s, %s: %s".formatted(route.id(), name(), words))
        .toList();
  }

  private List<String> judge(Wire.Reply reply) {
    List<String> wrong = new ArrayList<>();
    String code = code(reply);
    String got = (reply.status() + " " + code).strip();
    if (expected.status() == 0) {
      boolean refused = !code.isEmpty() && code.equals(expected.code());
      if (refused || (reply.status() >= 500 && !route.errors().contains(got))) {
        wrong.add("it answers " + got);
      }
    } else if (reply.status() != expected.status() || !code.equals(expected.code())) {
      wrong.add(
          "it answers %s, not %d %s".formatted(got, expected.status(), expected.code()).strip());
    }
    // Of a method that the path does not have, no route says anything.
    if (!code.isEmpty() && fault != Fault.WRONG_METHOD && !route.errors().contains(got)) {
      wrong.add(got + " is not declared");
    }
    for (String words : expected.words()) {
      if (!reply.text().contains(words)) {
        wrong.add("it does not say '" + words + "': " + reply.text());
      }
    }
    return wrong;
  }

  private String name() {
    return fault.name().toLowerCase(Locale.ROOT) + (what.isEmpty() ? "" : " (" + what + ")");
  }

  /** The vendor's code of an answer; empty where it has none. */
  static String code(Wire.Reply reply) {
    if (reply.status() < 400) {
      return "";
    }
    return reply
        .header("x-stack-known-error")
        .orElseGet(() -> reply.at(reply.json().has("error_uri") ? "error" : "error_type"));
  }
}
