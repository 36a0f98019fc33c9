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

/** Tokens that no provider would sign, and those that only its dashboard makes. */
final class TokenRoutes implements ControlRoutes {
  private static final Field<Forgery> FORGERY = choice("forgery", Forgery.class);
  private static final Field<String> USER = line("user");

  private static final ObjectType TOKEN =
      ObjectType.of("ForgedToken", text("token").says("A JWT.").required())
          .example("{\"token\":\"eyJhbGciOiJub25lIn0.e30.\"}");

  private static final Field<String> IMPERSONATOR = line("impersonator");

  private static final ObjectType IMPERSONATION_TOKEN =
      ObjectType.of("ImpersonationToken", text("token").says("Works once.").required())
          .example("{\"token\":\"dGhlIHRva2VuIG9mIGFuIGltcGVyc29uYXRvcg\"}");

  private final Field<String> provider;
  private final ObjectType forging;
  private final ObjectType impersonation;

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
    impersonation =
        ObjectType.of(
                "Impersonation",
                provider.says("Whose user; not every provider has such tokens.").required(),
                USER.says("The id of the user to act as.").required(),
                IMPERSONATOR.says("The address of who wants to act.").required())
            .example(
                Json.write(
                    Json.object()
                        .put("provider", vendors.last().id())
                        .put("user", vendors.last().examples().user())
                        .put("impersonator", "support@example.com")));
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds/{world}/tokens/forge", "tokens.forge")
            .says("Makes a token with one thing wrong, to test those who verify tokens.")
            .takes(forging)
            .gives(TOKEN, call -> Json.object().put("token", forge(call))),
        Endpoint.post("/worlds/{world}/tokens/impersonate", "tokens.impersonate")
            .says("Makes a token to act as a user, as the provider's dashboard does.")
            .takes(impersonation)
            .gives(IMPERSONATION_TOKEN, call -> Json.object().put("token", impersonate(call))));
  }

  private String impersonate(ControlCall call) {
    VendorService service = call.world().service(call.body().get(provider)).orElseThrow();
    try {
      return service.impersonationToken(call.body().get(USER), call.body().get(IMPERSONATOR));
    } catch (UnsupportedOperationException e) {
      throw ControlFailure.invalid(provider.name(), String.valueOf(e.getMessage()));
    }
  }

  private String forge(ControlCall call) {
    VendorService service = call.world().service(call.body().get(provider)).orElseThrow();
    return service.forgeToken(call.body().get(USER), call.body().get(FORGERY));
  }
}
