package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages call an operation is one: a call of the client or a route of the emulator. */
class NamedOperationsTest {

  /** {@code `passwords().startReset`}, and after a comma {@code `finishReset`} of the same area. */
  private static final Pattern CALLS =
      Pattern.compile("`(?:auth\\.|client\\.)?([a-zA-Z]+)\\(\\)\\.[^`]*`(?:, `[a-zA-Z]+`)*");

  private static final Pattern NAME = Pattern.compile("`(?:[a-zA-Z.]*\\(\\)\\.)?([a-zA-Z]+)[^`]*`");
  private static final Pattern ROUTE =
      Pattern.compile("\\b(?:stackauth|stytch)(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*){2,}\\b");

  @Test
  void everyCallThatAPageNamesExists() {
    List<String> calls =
        pages()
            .flatMap(page -> CALLS.matcher(page.text()).results())
            .filter(call -> area(call.group(1)).isPresent())
            .flatMap(call -> named(call.group(1), call.group()))
            .toList();
    assertTrue(calls.size() > 50, () -> "the calls were found: " + calls.size());
    assertEquals(List.of(), calls.stream().filter(call -> !exists(call)).toList());
  }

  @Test
  void everyRouteThatAPageNamesExists() {
    Set<String> named = new TreeSet<>();
    pages()
        .flatMap(page -> ROUTE.matcher(page.text()).results())
        .forEach(route -> named.add(route.group()));
    assertTrue(named.size() > 50, () -> "the routes were found: " + named);
    try (AuthEmulator emulator = AuthEmulator.start()) {
      emulator.coverage().operations().stream().map(Operation::id).forEach(named::remove);
    }
    assertEquals(Set.of(), named);
  }

  private static Stream<Document> pages() {
    return Document.all().stream().filter(page -> !page.path().endsWith("CHANGELOG.md"));
  }

  private static Stream<String> named(String area, String text) {
    return NAME.matcher(text).results().map(name -> area + "." + name.group(1));
  }

  private static Optional<Class<?>> area(String name) {
    return Arrays.stream(AuthClient.class.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .filter(method -> method.getReturnType().isInterface())
        .<Class<?>>map(Method::getReturnType)
        .findFirst();
  }

  private static boolean exists(String call) {
    int dot = call.indexOf('.');
    String operation = call.substring(dot + 1);
    return Arrays.stream(area(call.substring(0, dot)).orElseThrow().getMethods())
        .anyMatch(method -> method.getName().equals(operation));
  }
}
