package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import jakarta.inject.Inject;
import java.util.List;

/** The people at a world's social providers. */
final class OAuthRoutes implements ControlRoutes {
  private static final String OAUTH = "/worlds/{world}/oauth";

  private static final Field<String> DESCRIPTION = line("description");
  private static final Field<String> CODE = line("code");
  private static final Field<String> SUBJECT = line("subject");
  private static final Field<Boolean> EMAIL_VERIFIED = flag("emailVerified");
  private static final Field<String> NAME = line("name");
  private static final Field<String> EMAIL = line("email");
  private static final Field<String> DECIDED = choice("decision", "approve", "deny", "error");

  private static final ObjectType ACCOUNT =
      ObjectType.of(
              "SocialAccount",
              EMAIL.says("Their address at the provider.").required(),
              NAME.says("Their full name."),
              EMAIL_VERIFIED.says("Whether the provider vouches; default true."),
              SUBJECT.says("The provider's id; default made from the address."))
          .example("{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}");

  private static final ObjectType ACCOUNTS =
      ObjectType.of("SocialAccounts", listOf("accounts", ACCOUNT).says("Oldest first.").required())
          .example("{\"accounts\":[{\"email\":\"ada@example.com\"}]}");

  private static final Field<Values> AS = Field.of("account", ACCOUNT);

  private static final ObjectType DECISION =
      ObjectType.of(
              "OAuthDecision",
              DECIDED.says("approve needs account; error needs code.").required(),
              AS.says("As whom to agree."),
              CODE.says("OAuth error code, for example server_error."),
              DESCRIPTION.says("What the provider says of it."))
          .example("{\"decision\":\"approve\",\"account\":{\"email\":\"ada@example.com\"}}");

  @Inject
  OAuthRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(OAUTH + "/next", "oauth.next")
            .says(
                "Decides the next authorization that comes, so that no page is shown. Several"
                    + " decisions are used in order, each once.")
            .takes(DECISION)
            .does(call -> call.world().oauth().next(decision(call.body()))),
        Endpoint.get(OAUTH + "/accounts", "oauth.accounts")
            .says("The accounts in the picker of the consent page.")
            .gives(ACCOUNTS, call -> accounts(call.world())),
        Endpoint.post(OAUTH + "/accounts", "oauth.add-account")
            .says("Adds an account to the picker.")
            .takes(ACCOUNT)
            .does(call -> call.world().oauth().addAccount(account(call.body()))),
        Endpoint.delete(OAUTH, "oauth.clear")
            .says("Forgets decisions and accounts.")
            .does(call -> call.world().oauth().clear()));
  }

  private static OAuthDecision decision(Values body) {
    return switch (body.get(DECIDED)) {
      case "approve" -> {
        if (!body.has(AS)) {
          throw ControlFailure.invalid("account", "account is missing for the decision approve");
        }
        yield OAuthDecision.approve(account(body.get(AS)));
      }
      case "deny" -> OAuthDecision.deny();
      default ->
          OAuthDecision.error(
              body.find(CODE)
                  .orElseThrow(
                      () ->
                          ControlFailure.invalid("code", "code is missing for the decision error")),
              body.find(DESCRIPTION).orElse("The provider failed."));
    };
  }

  private static SocialAccount account(Values body) {
    SocialAccount plain = SocialAccount.of(body.get(EMAIL));
    return new SocialAccount(
        body.find(SUBJECT).orElse(plain.subject()),
        plain.email(),
        body.find(EMAIL_VERIFIED).orElse(true),
        body.find(NAME).orElse(""),
        "",
        "en");
  }

  private static ObjectNode accounts(World world) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("accounts");
    for (SocialAccount account : world.oauth().accounts()) {
      array
          .addObject()
          .put("email", account.email())
          .put("name", account.name())
          .put("emailVerified", account.emailVerified())
          .put("subject", account.subject());
    }
    return list;
  }
}
