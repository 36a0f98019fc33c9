package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Whether routes answer the errors that they declare, and no others. An undeclared one fails the
 * test that met it. Those that a route declares and no test met are listed in {@value #REPORT} when
 * all tests are over, without those that every route declares.
 */
public final class DeclaredErrors implements LauncherSessionListener {
  private static final Pattern ERROR_CODE = Pattern.compile("[?&]errorCode=([A-Z_]+)");
  private static final String REPORT = "target/errors-never-met.txt";

  /** The operation and the code, apart by a blank. */
  private static final Set<String> MET = new ConcurrentSkipListSet<>();

  /** Of the emulator as users start it; made when the first error is met. */
  private static final class Routes {
    static final Coverage COVERAGE = coverage();
    static final RouteTable<Operation> TABLE = table();

    private static Coverage coverage() {
      try (AuthEmulator emulator = AuthEmulator.start()) {
        return emulator.coverage();
      }
    }

    private static RouteTable<Operation> table() {
      RouteTable<Operation> table = new RouteTable<>();
      for (Operation operation : COVERAGE.operations()) {
        HttpMethod method = HttpMethod.valueOf(operation.method());
        table.add(
            new Route<>(
                method, operation.path(), operation.id(), operation.provenance(), operation));
      }
      return table;
    }
  }

  /**
   * Fails if an answer holds an error that its route does not declare.
   *
   * @param counts whether the error counts as provoked
   */
  static void check(HttpResponse<String> response, Wire.Reply reply, boolean counts) {
    Optional<String> stack =
        reply.header("x-stack-known-error").or(() -> reply.header("x-hexclave-known-error"));
    String code =
        stack.orElseGet(() -> reply.at(reply.json().has("error_uri") ? "error" : "error_type"));
    if (counts) {
      told(response, stack, code);
    }
    String path = response.uri().getRawPath().replaceFirst("^/api/[^/]+", "/api/v1");
    Routes.TABLE
        .match(response.request().method(), path)
        .found()
        .map(Route::endpoint)
        .filter(Operation::built)
        .ifPresent(
            operation -> {
              if (code.isEmpty()) {
                VendorAnswers.check(operation, response, reply);
                return;
              }
              MET.add(operation.id() + " " + code);
              assertTrue(
                  operation.errors().contains(code),
                  () -> operation.id() + " answers " + code + ", which it does not declare");
            });
  }

  /** An error is told in an answer, or to an application in the address that a browser goes to. */
  private static void told(HttpResponse<String> response, Optional<String> stack, String code) {
    if (!code.isEmpty()) {
      ProvokedErrors.met(stack.isPresent() ? "stackauth" : "stytch", code);
    }
    response
        .headers()
        .firstValue("location")
        .map(ERROR_CODE::matcher)
        .filter(Matcher::find)
        .ifPresent(found -> ProvokedErrors.met("stackauth", found.group(1)));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (MET.isEmpty()) {
      return;
    }
    Set<String> never = new TreeSet<>();
    for (String provider : Routes.COVERAGE.providers()) {
      List<Operation> built =
          Routes.COVERAGE.operations(provider).stream().filter(Operation::built).toList();
      Set<String> everywhere = new TreeSet<>(built.get(0).errors());
      built.forEach(operation -> everywhere.retainAll(operation.errors()));
      for (Operation operation : built) {
        operation.errors().stream()
            .filter(code -> !everywhere.contains(code))
            .forEach(code -> never.add(operation.id() + " " + code));
      }
    }
    never.removeAll(MET);
    try {
      Files.write(Path.of(REPORT), never);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (WholeSuite.ran()) {
      assertEquals(Set.of(), VendorAnswers.neverSeen(), "no test sees these succeed");
      assertEquals(
          Set.of(),
          ProvokedErrors.wrong(Routes.COVERAGE),
          "no test provokes these, and no reason is given; or one is given and a test does");
    }
  }
}
