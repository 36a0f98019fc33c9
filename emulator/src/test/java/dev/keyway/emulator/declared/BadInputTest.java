package dev.keyway.emulator.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LogLines;
import dev.keyway.emulator.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of both vendors with every kind of wrong request: the answer is the first of the
 * vendor's checks that fails, and one that the route declares.
 */
class BadInputTest {
  private final LogLines log = LogLines.of("dev.keyway.emulator");
  private final AuthEmulator emulator = AuthEmulator.start();
  private final Stage stage;
  private final Figures figures = new Figures();
  private final List<String> wrong = new ArrayList<>();

  BadInputTest() throws Exception {
    stage = Stage.of(emulator);
  }

  @AfterEach
  void close() {
    emulator.close();
    log.close();
    assertEquals(List.of(), log.lines());
  }

  @Test
  void stackAuthAnswersInItsOrder() throws Exception {
    List<DeclaredRoute> routes = DeclaredRoute.of(emulator, "stackauth");
    sendAll(routes, route -> StackAuthOrder.of(routes, stage, route));
    Map<String, String> own = Belongings.ofStackAuth(stage.own(), "ada");
    Map<String, String> foreign = Belongings.ofStackAuth(stage.other(), "grace");
    String before = stage.other().export().toYaml();
    Wire wire =
        Wire.to(URI.create(emulator.baseUrl().toString()))
            .with("x-stack-project-id", stage.own().stackAuth().projectId())
            .with("x-stack-access-token", stage.ownToken())
            .with("x-stack-secret-server-key", stage.own().stackAuth().secretServerKey())
            .with("x-stack-super-secret-admin-key", stage.own().stackAuth().superSecretAdminKey());
    for (String type : List.of("admin", "server", "client")) {
      Wire typed = wire.with("x-stack-access-type", type);
      tryForeign(routes, new ForeignIds(typed, own, foreign));
    }
    assertEquals(before, stage.other().export().toYaml());
    assertEquals("", String.join("\n", wrong));
    figures.check("stackauth");
  }

  @Test
  void stytchAnswersInItsOrder() throws Exception {
    List<DeclaredRoute> routes = DeclaredRoute.of(emulator, "stytch");
    sendAll(routes, route -> StytchOrder.of(routes, stage, route));
    Map<String, String> own = Belongings.ofStytch(stage.own(), "ada");
    Map<String, String> foreign = Belongings.ofStytch(stage.other(), "grace");
    String before = stage.other().export().toYaml();
    tryForeign(routes, new ForeignIds(Wire.stytch(stage.own()), own, foreign));
    assertEquals(before, stage.other().export().toYaml());
    assertEquals("", String.join("\n", wrong));
    figures.check("stytch");
  }

  private void sendAll(
      List<DeclaredRoute> routes, Function<DeclaredRoute, List<BadRequest>> requests)
      throws Exception {
    for (DeclaredRoute route : routes) {
      if (route.built()) {
        for (BadRequest request : requests.apply(route)) {
          wrong.addAll(request.send());
          figures.add(request.fault(), 1);
        }
      }
    }
  }

  private void tryForeign(List<DeclaredRoute> routes, ForeignIds ids) throws Exception {
    for (DeclaredRoute route : routes) {
      // It ends the world, as it should.
      if (route.built() && !route.id().equals("stackauth.project.delete-current")) {
        ForeignIds.Tried tried = ids.tryAll(route);
        figures.add(Fault.UNKNOWN_ID, tried.count());
        figures.add(Fault.ANOTHER_PROJECTS_ID, tried.count());
        wrong.addAll(tried.wrong());
      }
    }
  }
}
