package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds for every answer, whatever was asked. */
final class AnswerRules {
  private static final Set<String> STACK_AUTH = Set.of("code", "details", "error");
  private static final Set<String> STYTCH =
      Set.of("status_code", "request_id", "error_type", "error_message", "error_url");
  private static final Set<String> OAUTH =
      Set.of("status_code", "request_id", "error", "error_description", "error_uri");

  /** It hands on the answer of another route, and the header is lost on the way. */
  private static final String WITHOUT_HEADER = "stackauth.connected-account.access-token-legacy";

  private AnswerRules() {}

  /** What an answer is not, and should be. */
  static List<String> broken(DeclaredRoute route, Wire.Reply reply) {
    List<String> wrong = new ArrayList<>();
    if (reply.status() == 501 || (reply.status() >= 500 && !declaredFailure(route, reply))) {
      wrong.add("it answers " + reply.status() + " " + reply.text());
    }
    if (reply.status() / 100 == 3) {
      if (reply.header("location").isEmpty()) {
        wrong.add("it leads nowhere");
      }
      return wrong;
    }
    switch (route.provider()) {
      case "stackauth" -> stackAuth(route, reply, wrong);
      case "stytch" -> stytch(reply, wrong);
      default -> control(reply, wrong);
    }
    return wrong;
  }

  /** Stack Auth's service fails on some requests, and says so without a code. */
  private static boolean declaredFailure(DeclaredRoute route, Wire.Reply reply) {
    String code = BadRequest.code(reply);
    return code.isEmpty()
        ? reply.status() == 500 && route.mayBreak()
        : route.errors().contains(reply.status() + " " + code);
  }

  private static void stackAuth(DeclaredRoute route, Wire.Reply reply, List<String> wrong) {
    String type = reply.header("content-type").orElse("");
    if (reply.header("x-stack-request-id").isEmpty()) {
      wrong.add("it has no request id");
    }
    if (!type.startsWith("application/json")) {
      if (!reply.text().isEmpty() && !type.startsWith("text/plain")) {
        wrong.add("its type is " + type);
      }
      return;
    }
    JsonNode json = reply.json();
    if (!json.isObject()) {
      wrong.add("it is no object: " + reply.text());
    } else if (reply.status() >= 400) {
      boolean same =
          route.id().equals(WITHOUT_HEADER)
              || reply.header("x-stack-known-error").orElse("").equals(reply.at("code"));
      if (!same || !STACK_AUTH.containsAll(names(json)) || reply.at("error").isEmpty()) {
        wrong.add("it is no error of the vendor's form: " + reply.text());
      }
    }
  }

  private static void stytch(Wire.Reply reply, List<String> wrong) {
    JsonNode json = reply.json();
    if (!json.isObject()) {
      wrong.add("it is no object: " + reply.text());
    } else if (reply.status() >= 400) {
      Set<String> names = names(json);
      names.remove("error_details");
      boolean form = names.equals(STYTCH) || names.equals(OAUTH);
      if (!form || json.path("status_code").asInt() != reply.status()) {
        wrong.add("it is no error of the vendor's form: " + reply.text());
      }
    }
  }

  private static void control(Wire.Reply reply, List<String> wrong) {
    if (reply.status() >= 400 && reply.json().at("/error/code").asText().isEmpty()) {
      wrong.add("it is no error of the control API's form: " + reply.text());
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
