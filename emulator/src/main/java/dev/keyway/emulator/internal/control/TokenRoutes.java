package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;

/** Tokens that no provider would sign. */
final class TokenRoutes implements ControlRoutes {
  private static final Shape FORGE =
      Shape.named("TokenForging")
          .required("provider", Type.choice("stackauth", "stytch"), "Whose token.")
          .required("user", Type.line(), "The id of the user that it names.")
          .required("forgery", Type.choice(Forgery.class), "What is wrong with it.")
          .example(
              """
              {"provider":"stytch","user":"user-test-11111111-1111-4111-8111-111111111111",
               "forgery":"expired"}""");

  private static final Shape TOKEN =
      Shape.named("ForgedToken")
          .required("token", Type.text(), "A JWT.")
          .example("{\"token\":\"eyJhbGciOiJub25lIn0.e30.\"}");

  @Inject
  TokenRoutes() {}

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        Endpoint.post("/worlds/{world}/tokens/forge", "tokens.forge")
            .says("Makes a token with one thing wrong, to test those who verify tokens.")
            .takes(FORGE)
            .gives(TOKEN, call -> Json.object().put("token", forge(call))));
  }

  private static String forge(ControlCall call) {
    World world = call.world();
    String user = call.body().text("user");
    Forgery forgery = call.body().constant("forgery", Forgery.class).orElseThrow();
    return call.body().text("provider").equals("stytch")
        ? world.stytch().forgeToken(user, forgery)
        : world.stackAuth().forgeToken(user, forgery);
  }
}
