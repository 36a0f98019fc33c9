package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Account;
import dev.keyway.emulator.internal.json.Json;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user in answers. */
final class UserView {
  private static final Shape CONTACT =
      Shape.named("UserContact")
          .required("kind", Type.choice(Account.Contact.Kind.class), "E-mail or phone.")
          .required("value", Type.line(), "The address or number.")
          .required("verified", Type.flag(), "Whether they proved to read it.")
          .example("{\"kind\":\"email\",\"value\":\"ada@example.com\",\"verified\":true}");

  private static final Shape PASSKEY =
      Shape.named("UserPasskey")
          .required("id", Type.line(), "Credential id, base64url.")
          .required("name", Type.text(), "Given by its user; may be empty.")
          .optional("createdAt", Type.moment(), "When it was made.")
          .example("{\"id\":\"AQID\",\"name\":\"Phone\"}");

  private static final Shape SOCIAL =
      Shape.named("UserSocial")
          .required("provider", Type.line(), "For example google.")
          .required("subject", Type.line(), "The social provider's id of the person.")
          .optional("email", Type.line(), "Their address there.")
          .example("{\"provider\":\"google\",\"subject\":\"1\"}");

  private static final Shape SESSION =
      Shape.named("UserSession")
          .required("id", Type.line(), "The provider's id of it.")
          .required("createdAt", Type.moment(), "When it began.")
          .required("lastUsedAt", Type.moment(), "When it was last used.")
          .required("expiresAt", Type.moment(), "When it ends.")
          .required("factors", Type.listOf(Type.line()), "What was proved, where that is known.")
          .example(
              """
              {"id":"s","createdAt":"2026-01-31T12:00:00Z","lastUsedAt":"2026-01-31T12:00:00Z",
               "expiresAt":"2026-01-31T13:00:00Z","factors":["password"]}""");

  private static final String EXAMPLE =
      """
      {"provider":"stackauth","id":"11111111-1111-4111-8111-111111111111","displayName":"Ada",
       "contacts":[{"kind":"email","value":"ada@example.com","verified":true}],
       "createdAt":"2026-01-31T12:00:00Z","locked":false,"anonymous":false,"password":true,
       "totp":false,"passkeys":[],"socials":[],"sessions":[]}""";

  static final Shape SHAPE =
      Shape.named("User")
          .required("provider", Type.choice("stackauth", "stytch"), "Whose user.")
          .required("id", Type.line(), "The provider's id.")
          .optional("displayName", Type.text(), "What they are called.")
          .required("contacts", Type.listOf(Type.of(CONTACT)), "Oldest first.")
          .required("createdAt", Type.moment(), "When they signed up.")
          .required("locked", Type.flag(), "Restricted by an administrator, or locked.")
          .required("anonymous", Type.flag(), "Whether nobody knows who they are.")
          .required("password", Type.flag(), "Whether they have a password.")
          .required("totp", Type.flag(), "Whether they have a confirmed authenticator app.")
          .required("passkeys", Type.listOf(Type.of(PASSKEY)), "Oldest first.")
          .required("socials", Type.listOf(Type.of(SOCIAL)), "Oldest first.")
          .required("sessions", Type.listOf(Type.of(SESSION)), "Those that live, oldest first.")
          .example(EXAMPLE);

  static final Shape LIST =
      Shape.named("Users")
          .required("users", Type.listOf(Type.of(SHAPE)), "The users.")
          .example("{\"users\":[" + EXAMPLE + "]}");

  private UserView() {}

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
