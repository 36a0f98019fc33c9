package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;

/** The people at a world's social providers. */
final class OAuthRoutes implements ControlRoutes {
  private static final String OAUTH = "/worlds/{world}/oauth";

  private static final Shape ACCOUNT =
      Shape.named("SocialAccount")
          .required("email", Type.line(), "Their address at the provider.")
          .optional("name", Type.line(), "Their full name.")
          .optional("emailVerified", Type.flag(), "Whether the provider vouches; default true.")
          .optional("subject", Type.line(), "The provider's id; default made from the address.")
          .example("{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}");

  private static final Shape ACCOUNTS =
      Shape.named("SocialAccounts")
          .required("accounts", Type.listOf(Type.of(ACCOUNT)), "Oldest first.")
          .example("{\"accounts\":[{\"email\":\"ada@example.com\"}]}");

  private static final Shape DECISION =
      Shape.named("OAuthDecision")
          .required(
              "decision",
              Type.choice("approve", "deny", "error"),
              "approve needs account; error needs code.")
          .optional("account", Type.of(ACCOUNT), "As whom to agree.")
          .optional("code", Type.line(), "OAuth error code, for example server_error.")
          .optional("description", Type.line(), "What the provider says of it.")
          .example("{\"decision\":\"approve\",\"account\":{\"email\":\"ada@example.com\"}}");

  @Inject
  OAuthRoutes() {}

  @Override
  public List<Endpoint> verbs() {
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

  private static OAuthDecision decision(Input body) {
    return switch (body.text("decision")) {
      case "approve" -> {
        if (!body.has("account")) {
          throw ControlFailure.invalid("account", "account is missing for the decision approve");
        }
        yield OAuthDecision.approve(account(body.nested("account")));
      }
      case "deny" -> OAuthDecision.deny();
      default ->
          OAuthDecision.error(
              body.find("code")
                  .orElseThrow(
                      () ->
                          ControlFailure.invalid("code", "code is missing for the decision error")),
              body.find("description").orElse("The provider failed."));
    };
  }

  private static SocialAccount account(Input body) {
    SocialAccount plain = SocialAccount.of(body.text("email"));
    return new SocialAccount(
        body.find("subject").orElse(plain.subject()),
        plain.email(),
        body.flag("emailVerified", true),
        body.text("name"),
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
