package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.UserView;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code GET /users}. */
public final class UserListRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<Integer> LIMIT = Field.integer("limit", 1, Integer.MAX_VALUE);
  private static final Field<String> CURSOR = Fields.uuid("cursor");
  private static final Field<String> ORDER_BY = Field.choice("order_by", "signed_up_at");
  private static final Field<String> DESCENDING = flag("desc");
  private static final Field<String> QUERY = Field.text("query");
  private static final Field<String> TEAM_ID = Fields.uuid("team_id");
  private static final Field<String> INCLUDE_ANONYMOUS = flag("include_anonymous");
  private static final Field<String> INCLUDE_RESTRICTED = flag("include_restricted");
  private static final Field<String> ONLY_ANONYMOUS = flag("only_anonymous");

  @Inject
  UserListRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.user.list")
        .serverOnly()
        .asks(
            LIMIT,
            CURSOR,
            ORDER_BY,
            DESCENDING,
            QUERY,
            TEAM_ID,
            INCLUDE_ANONYMOUS,
            INCLUDE_RESTRICTED,
            ONLY_ANONYMOUS)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
  }

  private Response list(StackAuthCall call) {
    if (isTrue(call, ONLY_ANONYMOUS) && !isTrue(call, INCLUDE_ANONYMOUS)) {
      throw StackAuthFailure.text(400, "only_anonymous=true requires include_anonymous=true");
    }
    Comparator<StackAuthUser> order = Comparator.comparing(User::createdAt);
    if (isTrue(call, DESCENDING)) {
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
        call.parameter(CURSOR)
            .map(cursor -> found.stream().map(User::id).toList().indexOf(call.userId(cursor)))
            .map(index -> index < 0 ? found.size() : index)
            .orElse(0);
    int limit = call.parameter(LIMIT).orElse(Integer.MAX_VALUE);
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
    boolean anonymousWanted = isTrue(call, INCLUDE_ANONYMOUS);
    boolean restrictedWanted = anonymousWanted || isTrue(call, INCLUDE_RESTRICTED);
    boolean restricted = call.project().restrictedReason(user).isPresent();
    return (anonymousWanted || !user.anonymous)
        && (restrictedWanted || !restricted)
        && (user.anonymous || !isTrue(call, ONLY_ANONYMOUS))
        && call.parameter(TEAM_ID).map(team -> isIn(call, team, user)).orElse(true)
        && call.parameter(QUERY).map(query -> matches(user, query)).orElse(true);
  }

  private static boolean isIn(StackAuthCall call, String team, StackAuthUser user) {
    return call.project().teams().membership(TeamRules.teamId(team), user.id()).isPresent();
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

  /** A flag of a query, which has no other words for one. */
  private static Field<String> flag(String name) {
    return Field.choice(name, "true", "false");
  }

  private static boolean isTrue(StackAuthCall call, Field<String> flag) {
    return call.parameter(flag).filter("true"::equals).isPresent();
  }
}
