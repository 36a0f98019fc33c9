package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rule;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code GET /users}. */
public final class UserListRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  UserListRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    Rule flag = Rules.string().oneOf("true", "false");
    book.on("stackauth.user.list")
        .serverOnly()
        .query(
            Schema.object()
                .optional("limit", Rules.integer(1, Integer.MAX_VALUE))
                .optional("cursor", Rules.string().uuid())
                .optional("order_by", Rules.string().oneOf("signed_up_at"))
                .optional("desc", flag)
                .optional("query", Rules.string())
                .optional("team_id", Rules.string().uuid())
                .optional("include_anonymous", flag)
                .optional("include_restricted", flag)
                .optional("only_anonymous", flag))
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
  }

  private Response list(StackAuthCall call) {
    if (isTrue(call, "only_anonymous") && !isTrue(call, "include_anonymous")) {
      throw StackAuthFailure.text(400, "only_anonymous=true requires include_anonymous=true");
    }
    Comparator<StackAuthUser> order = Comparator.comparing(User::createdAt);
    if (isTrue(call, "desc")) {
      order = order.reversed();
    }
    List<StackAuthUser> found =
        call.project().users().all().stream()
            .filter(user -> belongs(call, user))
            .sorted(order.thenComparing(User::id))
            .toList();
    return StackAuthResponses.ok(page(call, found));
  }

  /** A cursor is the first item of its page. Inferred: nothing follows one that names nobody. */
  private static ObjectNode page(StackAuthCall call, List<StackAuthUser> found) {
    int from =
        call.queryText("cursor")
            .map(cursor -> found.stream().map(User::id).toList().indexOf(call.userId(cursor)))
            .map(index -> index < 0 ? found.size() : index)
            .orElse(0);
    int limit = call.query().path("limit").asInt(Integer.MAX_VALUE);
    int to = (int) Math.min((long) from + limit, found.size());
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    found.subList(from, to).forEach(user -> items.add(UserView.server(call.project(), user)));
    list.put("is_paginated", true);
    list.putObject("pagination").put("next_cursor", to < found.size() ? found.get(to).id() : null);
    return list;
  }

  private static boolean belongs(StackAuthCall call, StackAuthUser user) {
    // Anonymous users are restricted too, so whoever wants them gets the restricted ones as well.
    boolean anonymousWanted = isTrue(call, "include_anonymous");
    boolean restrictedWanted = anonymousWanted || isTrue(call, "include_restricted");
    boolean restricted = call.project().restrictedReason(user).isPresent();
    return (anonymousWanted || !user.anonymous)
        && (restrictedWanted || !restricted)
        && (user.anonymous || !isTrue(call, "only_anonymous"))
        // Nobody is in any team, as long as there are none.
        && call.queryText("team_id").isEmpty()
        && call.queryText("query").map(query -> matches(user, query)).orElse(true);
  }

  private static boolean matches(StackAuthUser user, String query) {
    String wanted = query.toLowerCase(Locale.ROOT);
    return user.id().equals(wanted)
        || contains(user.get(StackAuthUserRows.DISPLAY_NAME).orElse(""), wanted)
        || user.addresses().stream().map(Address::value).anyMatch(v -> contains(v, wanted));
  }

  private static boolean contains(String text, String lowerCasePart) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCasePart);
  }

  private static boolean isTrue(StackAuthCall call, String parameter) {
    return call.queryText(parameter).filter("true"::equals).isPresent();
  }
}
