package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.internal.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests that name, in one field, what belongs to another project. What belongs to another
 * project is answered as what nobody has: with the same status and the same error. Only a JWT of
 * Stytch says for itself whose it is, and is refused for its issuer.
 *
 * @param own what belongs to the project whose credentials the requests carry
 * @param foreign what belongs to the other
 */
record ForeignIds(Wire wire, Map<String, String> own, Map<String, String> foreign) {
  /** What must be there and is compared with nothing. */
  private static final Set<String> IGNORED = Set.of("stackauth.session.delete query user_id");

  /** What differs between the answers for another project's ids and for nobody's. */
  record Tried(int count, List<String> wrong) {}

  /** Tries each field of a route that the other project has a value for. */
  Tried tryAll(DeclaredRoute route) throws Exception {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    List<String> places = new ArrayList<>();
    route.parameters("path").forEach(p -> places.add("path " + p.path("name").asText()));
    route.parameters("query").forEach(p -> places.add("query " + p.path("name").asText()));
    route.body().path("properties").fieldNames().forEachRemaining(n -> places.add("body " + n));
    for (String place : places) {
      String name = place.split(" ", 2)[1];
      Optional<String> theirs = find(foreign, route, name);
      if (theirs.isPresent() && !IGNORED.contains(route.id() + " " + place)) {
        count++;
        String nobodys = unlike(theirs.get());
        Wire.Reply first = send(route, place, nobodys);
        Wire.Reply second = send(route, place, theirs.get());
        String expected = first.status() + " " + BadRequest.code(first);
        String got = second.status() + " " + BadRequest.code(second);
        boolean issuer =
            expected.endsWith("unable_to_parse_session_jwt") && got.endsWith("jwt_invalid_issuer");
        if (!expected.equals(got) && !issuer) {
          wrong.add(
              "%s, %s: %s, and %s for one that nobody has".formatted(route, place, got, expected));
        }
        leaks(second, theirs.get())
            .ifPresent(leak -> wrong.add("%s, %s tells %s".formatted(route, place, leak)));
      }
    }
    return new Tried(count, wrong);
  }

  private static Optional<String> find(
      Map<String, String> values, DeclaredRoute route, String name) {
    return Optional.ofNullable(
        values.getOrDefault(
            route.resource() + "/" + name,
            values.getOrDefault(
                route.resource().replaceAll("-definition$", "") + "/" + name, values.get(name))));
  }

  private Wire.Reply send(DeclaredRoute route, String place, String value) throws Exception {
    String path =
        route.path(
            name ->
                encode(place.equals("path " + name) ? value : find(own, route, name).orElse("x")));
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonNode parameter : route.parameters("query")) {
      String name = parameter.path("name").asText();
      if (parameter.path("required").asBoolean()) {
        query.put(name, sample(route).value(name, parameter.path("schema")).asText());
      }
    }
    if (place.startsWith("query ")) {
      query.put(place.substring(6), value);
    }
    String asked =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    ObjectNode body = sample(route).object(route.body());
    if (place.startsWith("body ")) {
      body.put(place.substring(5), value);
    }
    Wire with = route.hasBody() ? wire.with("content-type", "application/json") : wire;
    return with.send(
        route.method(),
        (path + (asked.isEmpty() ? "" : "?" + asked)).replaceFirst("/$", ""),
        route.hasBody() ? Json.write(body) : "");
  }

  private Sample sample(DeclaredRoute route) {
    Map<String, String> known = new LinkedHashMap<>(own);
    own.forEach(
        (name, value) -> {
          if (name.startsWith(route.resource() + "/")) {
            known.put(name.substring(route.resource().length() + 1), value);
          }
        });
    known.put("callback_url", "http://localhost:3000/x");
    return new Sample(known);
  }

  /** A value of the other project that was not sent and stands in the answer all the same. */
  private Optional<String> leaks(Wire.Reply reply, String sent) {
    return foreign.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(sent))
        .filter(entry -> reply.text().contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Another value of the same form. */
  private static String unlike(String value) {
    int at = (value.contains("@") ? value.indexOf('@') : value.length() - 1) - 1;
    char other = value.charAt(at) == '3' ? '4' : '3';
    return value.substring(0, at) + other + value.substring(at + 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
