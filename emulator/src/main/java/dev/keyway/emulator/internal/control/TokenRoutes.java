package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.text;

import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;

/** Tokens that no provider would sign. */
final class TokenRoutes implements ControlRoutes {
  private static final Field<Forgery> FORGERY = choice("forgery", Forgery.class);
  private static final Field<String> USER = line("user");

  private static final ObjectType TOKEN =
      ObjectType.of("ForgedToken", text("token").says("A JWT.").required())
          .example("{\"token\":\"eyJhbGciOiJub25lIn0.e30.\"}");

  private final Field<String> provider;
  private final ObjectType forging;

  @Inject
  TokenRoutes(VendorTerms vendors) {
    provider = vendors.field();
    forging =
        ObjectType.of(
                "TokenForging",
                provider.says("Whose token.").required(),
                USER.says("The id of the user that it names.").required(),
                FORGERY.says("What is wrong with it.").required())
            .example(
                Json.write(
                    Json.object()
                        .put("provider", vendors.last().id())
                        .put("user", vendors.last().examples().user())
                        .put("forgery", "expired")));
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds/{world}/tokens/forge", "tokens.forge")
            .says("Makes a token with one thing wrong, to test those who verify tokens.")
            .takes(forging)
            .gives(TOKEN, call -> Json.object().put("token", forge(call))));
  }

  private String forge(ControlCall call) {
    VendorService service = call.world().service(call.body().get(provider)).orElseThrow();
    return service.forgeToken(call.body().get(USER), call.body().get(FORGERY));
  }
}
