package dev.keyway.emulator.internal.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Mailboxes by two addresses: {@code /api/v1/mailbox/…}, as a tool for the development stack asks,
 * over all worlds, and the same under {@code /_emulator/worlds/{world}/inbucket} for one of them.
 * Requests carry no credentials, so where several worlds have mail for one name the first address
 * cannot tell whose is meant, and says so rather than mix them.
 */
final class MailboxApi implements AdminEndpoint {
  private static final String PLAIN = "/api/v1/mailbox/";
  private static final String OF_WORLD = "/_emulator/worlds/{world}/inbucket";

  private final RouteTable<Handler> routes = new RouteTable<>();

  /** A world that is gone takes its mailbox with it. */
  private final Map<World, Mailbox> mailboxes = Collections.synchronizedMap(new WeakHashMap<>());

  @Inject
  MailboxApi() {
    for (String base : List.of("", OF_WORLD)) {
      String box = base + PLAIN + "{name}";
      add(HttpMethod.GET, box, this::list);
      add(HttpMethod.DELETE, box, this::purge);
      add(HttpMethod.GET, box + "/{id}", this::read);
      add(HttpMethod.PATCH, box + "/{id}", this::mark);
      add(HttpMethod.DELETE, box + "/{id}", this::delete);
      add(HttpMethod.GET, box + "/{id}/source", this::source);
    }
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(PLAIN)
        || (path.startsWith("/_emulator/worlds/") && path.contains("/inbucket" + PLAIN));
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Response answer(Request request, AuthEmulator emulator) {
    RouteTable.Match<Handler> match = routes.match(request.routeMethod(), request.path());
    if (match instanceof RouteTable.WrongMethod<Handler>) {
      return Response.empty(405);
    }
    if (!(match instanceof RouteTable.Found<Handler> found) || found.route().endpoint() == null) {
      return notFound();
    }
    Map<String, String> path = found.parameters();
    String name = path.getOrDefault("name", "");
    List<World> worlds = worlds(emulator, Optional.ofNullable(path.get("world")), name);
    if (worlds.size() > 1) {
      return Response.text(
          409,
          "Several worlds have mail for this name. Ask one of them, under"
              + " /_emulator/worlds/{id}/inbucket"
              + PLAIN
              + "…: "
              + String.join(", ", worlds.stream().map(World::id).toList()));
    }
    if (worlds.isEmpty()) {
      boolean list = !path.containsKey("id") && !path.containsKey("world");
      return list && request.routeMethod().equals("GET") ? json(Json.array()) : notFound();
    }
    World world = worlds.get(0);
    Mailbox mailbox = mailboxes.computeIfAbsent(world, w -> new Mailbox());
    return found.route().endpoint().answer(new Call(request, world, mailbox, name, path));
  }

  /** The world that is named, or those that have mail for the name. */
  private List<World> worlds(AuthEmulator emulator, Optional<String> named, String name) {
    if (named.isPresent()) {
      return emulator.world(named.get()).stream().toList();
    }
    return emulator.worlds().stream()
        .filter(w -> !mailboxes.computeIfAbsent(w, x -> new Mailbox()).list(w, name).isEmpty())
        .toList();
  }

  private Response list(Call call) {
    ArrayNode list = Json.array();
    call.mailbox()
        .list(call.world(), call.name())
        .forEach(mail -> list.add(MailView.header(mail, call.mailbox().isSeen(mail))));
    return json(list);
  }

  private Response purge(Call call) {
    call.mailbox().list(call.world(), call.name()).forEach(call.mailbox()::delete);
    return ok();
  }

  private Response read(Call call) {
    return call.mail()
        .map(mail -> json(MailView.whole(mail, call.mailbox().isSeen(mail))))
        .orElseGet(MailboxApi::notFound);
  }

  private Response source(Call call) {
    return call.mail()
        .map(mail -> Response.text(200, MailView.source(mail)))
        .orElseGet(MailboxApi::notFound);
  }

  private Response mark(Call call) {
    Optional<OutboxMessage> mail = call.mail();
    if (mail.isEmpty()) {
      return notFound();
    }
    try {
      JsonNode body = Json.readFinite(call.request().bodyText());
      if (body.path("seen").asBoolean()) {
        call.mailbox().see(mail.get());
      }
      return ok();
    } catch (Json.Malformed e) {
      return Response.text(400, "The body must be a JSON object such as {\"seen\":true}.");
    }
  }

  private Response delete(Call call) {
    Optional<OutboxMessage> mail = call.mail();
    mail.ifPresent(call.mailbox()::delete);
    return mail.isPresent() ? ok() : notFound();
  }

  private static Response ok() {
    return json(TextNode.valueOf("OK"));
  }

  private static Response json(JsonNode tree) {
    return Response.json(200, tree).withHeader("cache-control", "no-store");
  }

  private static Response notFound() {
    return Response.text(404, "404 page not found\n");
  }

  private void add(HttpMethod method, String template, Handler handler) {
    routes.add(new Route<>(method, template, "mailbox", Provenance.DOCUMENTED, handler));
  }

  /** What a route does. */
  private interface Handler {
    Response answer(Call call);
  }

  /** A request whose mailbox is known. */
  private record Call(
      Request request, World world, Mailbox mailbox, String name, Map<String, String> path) {
    Optional<OutboxMessage> mail() {
      return mailbox.find(world, name, path.getOrDefault("id", ""));
    }
  }
}
