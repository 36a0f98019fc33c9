package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.text;

import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;

/** Tokens that no provider would sign. */
final class TokenRoutes implements ControlRoutes {
  private static final Field<Forgery> FORGERY = choice("forgery", Forgery.class);
  private static final Field<String> USER = line("user");
  private static final Field<String> PROVIDER = choice("provider", "stackauth", "stytch");

  private static final ObjectType FORGE =
      ObjectType.of(
              "TokenForging",
              PROVIDER.says("Whose token.").required(),
              USER.says("The id of the user that it names.").required(),
              FORGERY.says("What is wrong with it.").required())
          .example(
              """
              {"provider":"stytch","user":"user-test-11111111-1111-4111-8111-111111111111",
               "forgery":"expired"}""");

  private static final ObjectType TOKEN =
      ObjectType.of("ForgedToken", text("token").says("A JWT.").required())
          .example("{\"token\":\"eyJhbGciOiJub25lIn0.e30.\"}");

  @Inject
  TokenRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds/{world}/tokens/forge", "tokens.forge")
            .says("Makes a token with one thing wrong, to test those who verify tokens.")
            .takes(FORGE)
            .gives(TOKEN, call -> Json.object().put("token", forge(call))));
  }

  private static String forge(ControlCall call) {
    World world = call.world();
    String user = call.body().get(USER);
    Forgery forgery = call.body().get(FORGERY);
    return call.body().get(PROVIDER).equals("stytch")
        ? world.stytch().forgeToken(user, forgery)
        : world.stackAuth().forgeToken(user, forgery);
  }
}
