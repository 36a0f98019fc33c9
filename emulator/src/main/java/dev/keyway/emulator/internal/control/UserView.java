package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Account;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user in responses. */
final class UserView {
  private static final ObjectType CONTACT =
      ObjectType.of(
              "UserContact",
              choice("kind", Account.Contact.Kind.class).says("E-mail or phone.").required(),
              line("value").says("The address or number.").required(),
              flag("verified").says("Whether they proved to read it.").required())
          .example("{\"kind\":\"email\",\"value\":\"ada@example.com\",\"verified\":true}");

  private static final ObjectType PASSKEY =
      ObjectType.of(
              "UserPasskey",
              line("id").says("Credential id, base64url.").required(),
              text("name").says("Given by its user; may be empty.").required(),
              moment("createdAt").says("When it was made."))
          .example("{\"id\":\"AQID\",\"name\":\"Phone\"}");

  private static final ObjectType SOCIAL =
      ObjectType.of(
              "UserSocial",
              line("provider").says("For example google.").required(),
              line("subject").says("The social provider's id of the person.").required(),
              line("email").says("Their address there."))
          .example("{\"provider\":\"google\",\"subject\":\"1\"}");

  private static final ObjectType TEAM =
      ObjectType.of(
              "UserTeam",
              line("id").says("The provider's id of it.").required(),
              text("name").says("What it is called; may be empty.").required(),
              listOf("permissions", ControlFields.LINE)
                  .says("What was granted to the user there.")
                  .required())
          .example("{\"id\":\"t\",\"name\":\"Team\",\"permissions\":[\"team_member\"]}");

  private static final ObjectType SESSION =
      ObjectType.of(
              "UserSession",
              line("id").says("The provider's id of it.").required(),
              moment("createdAt").says("When it began.").required(),
              moment("lastUsedAt").says("When it was last used.").required(),
              moment("expiresAt").says("When it ends.").required(),
              listOf("factors", ControlFields.LINE)
                  .says("What was proved, where that is known.")
                  .required())
          .example(
              """
              {"id":"s","createdAt":"2026-01-31T12:00:00Z","lastUsedAt":"2026-01-31T12:00:00Z",
               "expiresAt":"2026-01-31T13:00:00Z","factors":["password"]}""");

  private static final ObjectType RESOURCE =
      ObjectType.of(
              "UserResource",
              line("kind").says("What it is, for example API key.").required(),
              line("id").says("The provider's id of it.").required(),
              text("name").says("What it is called or for; may be empty.").required(),
              text("details").says("The rest in words; may be empty.").required())
          .example(
              "{\"kind\":\"API key\",\"id\":\"k\",\"name\":\"Nightly\",\"details\":\"never expires\"}");

  private UserView() {}

  static ObjectType shape(VendorTerms vendors) {
    return ObjectType.of(
            "User",
            vendors.field().says("Whose user.").required(),
            line("id").says("The provider's id.").required(),
            text("displayName").says("What they are called."),
            listOf("contacts", CONTACT).says("Oldest first.").required(),
            moment("createdAt").says("When they signed up.").required(),
            flag("locked").says("Restricted by an administrator, or locked.").required(),
            flag("anonymous").says("Whether the user is anonymous.").required(),
            flag("password").says("Whether they have a password.").required(),
            flag("totp").says("Whether they have a confirmed authenticator app.").required(),
            listOf("passkeys", PASSKEY).says("Oldest first.").required(),
            listOf("socials", SOCIAL).says("Oldest first.").required(),
            listOf("teams", TEAM).says("Oldest first; none where there are no teams.").required(),
            listOf("resources", RESOURCE)
                .says("API keys, crypto wallets, keys of phones, what connected apps may do.")
                .required(),
            listOf("sessions", SESSION).says("Those that live, oldest first.").required())
        .example(example(vendors));
  }

  static ObjectType list(VendorTerms vendors) {
    return ObjectType.of("Users", listOf("users", shape(vendors)).says("The users.").required())
        .example("{\"users\":[" + example(vendors) + "]}");
  }

  private static String example(VendorTerms vendors) {
    return """
        {"provider":"%s","id":"%s","displayName":"Ada",
         "contacts":[{"kind":"email","value":"ada@example.com","verified":true}],
         "createdAt":"2026-01-31T12:00:00Z","locked":false,"anonymous":false,"password":true,
         "totp":false,"passkeys":[],"socials":[],"teams":[],"resources":[],"sessions":[]}"""
        .formatted(vendors.first().id(), vendors.examples().user());
  }

  static ObjectNode of(Account account) {
    ObjectNode view = Json.object().put("provider", account.provider()).put("id", account.id());
    putIfKnown(view, "displayName", account.displayName());
    ArrayNode contacts = view.putArray("contacts");
    for (Account.Contact contact : account.contacts()) {
      contacts
          .addObject()
          .put("kind", contact.kind().name().toLowerCase(Locale.ROOT))
          .put("value", contact.value())
          .put("verified", contact.verified());
    }
    view.put("createdAt", account.createdAt().toString())
        .put("locked", account.locked())
        .put("anonymous", account.anonymous())
        .put("password", account.password())
        .put("totp", account.totp());
    ArrayNode passkeys = view.putArray("passkeys");
    for (Account.Passkey passkey : account.passkeys()) {
      ObjectNode one = passkeys.addObject().put("id", passkey.id()).put("name", passkey.name());
      Instant createdAt = passkey.createdAt();
      putIfKnown(one, "createdAt", createdAt == null ? null : createdAt.toString());
    }
    ArrayNode socials = view.putArray("socials");
    for (Account.Social social : account.socials()) {
      ObjectNode one =
          socials.addObject().put("provider", social.provider()).put("subject", social.subject());
      putIfKnown(one, "email", social.email());
    }
    ArrayNode teams = view.putArray("teams");
    for (Account.Team team : account.teams()) {
      ArrayNode permissions =
          teams.addObject().put("id", team.id()).put("name", team.name()).putArray("permissions");
      team.permissions().forEach(permissions::add);
    }
    ArrayNode resources = view.putArray("resources");
    for (VendorService.Resource resource : account.resources()) {
      resources
          .addObject()
          .put("kind", resource.kind())
          .put("id", resource.id())
          .put("name", resource.name())
          .put("details", resource.details());
    }
    ArrayNode sessions = view.putArray("sessions");
    for (Account.Login session : account.sessions()) {
      ArrayNode factors =
          sessions
              .addObject()
              .put("id", session.id())
              .put("createdAt", session.createdAt().toString())
              .put("lastUsedAt", session.lastUsedAt().toString())
              .put("expiresAt", session.expiresAt().toString())
              .putArray("factors");
      session.factors().forEach(factors::add);
    }
    return view;
  }

  private static void putIfKnown(ObjectNode view, String field, @Nullable String value) {
    if (value != null) {
      view.put(field, value);
    }
  }
}
