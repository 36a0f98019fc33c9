package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.SearchPage;
import dev.keyway.emulator.internal.stytch.rules.SearchQuery;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code POST /v1/m2m/clients/search}: newest first, page by page. */
public final class M2mSearchRoutes implements RouteArea<StytchRouteBook> {
  /** Of limit, cursor and operator the vendor names no errors. */
  private static final SearchQuery.Refusals REFUSALS =
      new SearchQuery.Refusals(
          StytchError.BAD_REQUEST,
          StytchError.M2M_SEARCH_MISSING_FILTER_NAME,
          StytchError.M2M_SEARCH_FILTER_NAME_MUST_BE_STRING,
          StytchError.M2M_SEARCH_FILTER_NAME_NOT_RECOGNIZED,
          StytchError.M2M_SEARCH_MISSING_FILTER_VALUE);

  private static final Map<String, Function<JsonNode, Predicate<M2mClient>>> FILTERS =
      Map.of(
          "client_id", anyOf(client -> Stream.of(client.id())),
          "client_name", anyOf(client -> Stream.of(client.name())),
          "scopes", anyOf(client -> client.scopes().stream()));

  @Inject
  M2mSearchRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.m2m.clients-search")
        .takes(SearchPage.LIMIT, SearchPage.CURSOR, SearchQuery.QUERY)
        .fails(StytchError.M2M_SEARCH_EXPECTED_ARRAY_OF_STRINGS)
        .fails(REFUSALS.all())
        .answers(this::search);
  }

  private Response search(StytchCall call) {
    SearchPage page = SearchPage.of(call, StytchError.BAD_REQUEST, StytchError.BAD_REQUEST);
    Predicate<M2mClient> wanted = SearchQuery.read(call.find(SearchQuery.QUERY), FILTERS, REFUSALS);
    SearchPage.Found<M2mClient> found =
        page.in(call.project().m2mClients().all(), wanted, M2mClient::sequence);
    ObjectNode json = Json.object();
    ArrayNode clients = json.putArray("m2m_clients");
    found.items().forEach(client -> clients.add(M2mClientView.of(client)));
    json.set("results_metadata", found.metadata());
    return call.ok(json);
  }

  private static Function<JsonNode, Predicate<M2mClient>> anyOf(
      Function<M2mClient, Stream<String>> property) {
    return value -> {
      List<String> wanted =
          SearchQuery.texts(value, StytchError.M2M_SEARCH_EXPECTED_ARRAY_OF_STRINGS);
      return client -> property.apply(client).anyMatch(wanted::contains);
    };
  }
}
