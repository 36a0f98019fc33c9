package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.number;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Account;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** The users of a world's projects. */
final class UserRoutes implements ControlRoutes {
  private static final String USERS = "/worlds/{world}/users";
  private static final String USER = USERS + "/{user}";

  private static final ObjectType REVOKED =
      ObjectType.of("RevokedSessions", number("revoked").says("How many still lived.").required())
          .example("{\"revoked\":2}");

  private static final ObjectType CODE =
      ObjectType.of(
              "UserTotp",
              line("code").says("What the user's authenticator app shows now.").required())
          .example("{\"code\":\"123456\"}");

  private final VendorTerms vendors;
  private final Field<String> provider;
  private final ObjectType shape;

  @Inject
  UserRoutes(VendorTerms vendors) {
    this.vendors = vendors;
    provider = vendors.field();
    shape = UserView.shape(vendors);
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(USERS, "users.list")
            .says(
                "All users, those of "
                    + vendors.first().name()
                    + " first, the oldest of each provider first.")
            .query(provider.says("Only this provider's."))
            .gives(UserView.list(vendors), this::list),
        Endpoint.get(USER, "users.get")
            .says("One user.")
            .gives(shape, call -> UserView.of(user(call.world(), call))),
        Endpoint.post(USER + "/lock", "users.lock")
            .says("Locks a user: " + locks() + ".")
            .gives(
                shape,
                call -> {
                  World world = call.world();
                  world.accounts().lock(call.path("user"));
                  return UserView.of(user(world, call));
                }),
        Endpoint.post(USER + "/unlock", "users.unlock")
            .says("Takes a lock away, whoever set it.")
            .gives(
                shape,
                call -> {
                  World world = call.world();
                  world.accounts().unlock(call.path("user"));
                  return UserView.of(user(world, call));
                }),
        Endpoint.delete(USER + "/sessions", "users.revoke-sessions")
            .says("Ends all sessions of a user.")
            .gives(
                REVOKED,
                call ->
                    Json.object()
                        .put("revoked", call.world().accounts().revokeSessions(call.path("user")))),
        Endpoint.get(USER + "/totp", "users.totp")
            .says("The code that a user's authenticator app shows now, by the world's clock.")
            .gives(CODE, call -> Json.object().put("code", totp(call))));
  }

  private ObjectNode list(ControlCall call) {
    ObjectNode list = Json.object();
    ArrayNode users = list.putArray("users");
    for (Account account : call.world().accounts().list()) {
      if (call.query().find(provider).filter(p -> !p.equals(account.provider())).isEmpty()) {
        users.add(UserView.of(account));
      }
    }
    return list;
  }

  /** What a lock is, at each vendor. */
  private String locks() {
    return vendors.all().stream()
        .map(vendor -> vendor.examples().lock() + " at " + vendor.name())
        .collect(Collectors.joining(", "));
  }

  private static String totp(ControlCall call) {
    World world = call.world();
    Account account = user(world, call);
    return world
        .accounts()
        .currentTotp(account.id())
        .orElseThrow(() -> ControlFailure.notFound("The user has no authenticator app"));
  }

  private static Account user(World world, ControlCall call) {
    return world
        .accounts()
        .find(call.path("user"))
        .orElseThrow(() -> ControlFailure.notFound("There is no user of this id"));
  }
}
