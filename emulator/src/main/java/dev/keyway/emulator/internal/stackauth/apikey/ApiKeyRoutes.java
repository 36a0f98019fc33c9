package dev.keyway.emulator.internal.stackauth.apikey;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.ApiKeyValue;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.ApiKey.Holder;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code /user-api-keys} and {@code /team-api-keys}. */
public final class ApiKeyRoutes implements RouteArea<StackAuthRouteBook> {
  /** The largest time that JavaScript's dates hold, in milliseconds. */
  private static final long LAST_MILLI = 8_640_000_000_000_000L;

  private static final Field<String> DESCRIPTION = Field.text("description");
  private static final Field<Long> EXPIRES_AT =
      Field.of("expires_at_millis", Type.integer(-LAST_MILLI, LAST_MILLI)).nullable();
  private static final Field<Boolean> SHARED = Field.flag("is_public");
  private static final Field<String> VALUE = Field.text("api_key");

  /** What is revoked stays so. */
  private static final Field<Boolean> REVOKED =
      Field.flag("revoked").that(new OneOf<>(List.of(true)));

  private static final Field<String> USER_ID = Fields.userId("user_id");
  private static final Field<String> TEAM_ID = Fields.uuid("team_id");

  @Inject
  ApiKeyRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    add(book, Holder.USER, USER_ID, USER_ID);
    // Every route but the check wants the team in the query; what stands there is not compared.
    add(book, Holder.TEAM, TEAM_ID, TEAM_ID.required());
  }

  /**
   * Adds what there is for one kind of holders.
   *
   * @param id names one
   * @param asked the same in queries
   */
  private static void add(
      StackAuthRouteBook book, Holder holder, Field<String> id, Field<String> asked) {
    String resource = "stackauth." + holder.wireName() + "-api-key.";
    book.on(resource + "list")
        .asks(asked)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.API_KEY_NOT_FOUND)
        .answers(call -> list(call, holder, id));
    book.on(resource + "create")
        .takes(DESCRIPTION.required(), EXPIRES_AT.required(), SHARED, id.required())
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.API_KEY_NOT_FOUND)
        .breaksOn("a holder that does not exist")
        .answers(call -> create(call, holder, id));
    book.on(resource + "check")
        .serverOnly()
        .takes(VALUE.required())
        .fails(
            KnownError.API_KEY_NOT_FOUND,
            KnownError.WRONG_API_KEY_TYPE,
            KnownError.API_KEY_REVOKED,
            KnownError.API_KEY_EXPIRED)
        .answers(call -> check(call, holder));
    book.on(resource + "get")
        .asks(asked)
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.API_KEY_NOT_FOUND)
        .breaksOn("a key of the other kind")
        .answers(call -> StackAuthResponses.ok(ApiKeyView.masked(named(call, holder))));
    book.on(resource + "update")
        .asks(asked)
        .takes(DESCRIPTION, REVOKED)
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.API_KEY_NOT_FOUND)
        .breaksOn("a key of the other kind")
        .answers(call -> update(call, holder));
  }

  private static Response list(StackAuthCall call, Holder holder, Field<String> field) {
    ApiKeyAccess.requireEnabled(call, holder);
    String id =
        call.parameter(field)
            .map(named -> holderId(call, holder, named))
            .orElseThrow(
                () ->
                    KnownError.SCHEMA_ERROR.failure(
                        "message", "user_id is required for user API keys"));
    ApiKeyAccess.requireManageable(call, holder, id);
    return StackAuthResponses.list(
        call.project().apiKeys().newestFirst().stream()
            .filter(key -> key.holder() == holder && key.holderId().equals(id))
            .filter(key -> ApiKeyAccess.isHeld(call.project(), key))
            .map(ApiKeyView::masked)
            .toList());
  }

  private static Response create(StackAuthCall call, Holder holder, Field<String> field) {
    StackAuthProject project = call.project();
    // What "me" means is settled before anything is judged.
    String holderId = holderId(call, holder, call.get(field));
    ApiKeyAccess.requireEnabled(call, holder);
    ApiKeyAccess.requireManageable(call, holder, holderId);
    if (!ApiKeyAccess.exists(project, holder, holderId)) {
      throw StackAuthFailure.uncaught("There is no such " + holder.wireName());
    }
    Randomness random = project.context().random();
    String id = random.uuid();
    boolean shared = call.isSet(SHARED);
    ApiKey key =
        new ApiKey(
            id,
            holder,
            holderId,
            ApiKeyValue.make(random, id, holder, shared),
            call.get(DESCRIPTION),
            shared,
            project.now(),
            // The service takes 0 for none.
            call.find(EXPIRES_AT).filter(at -> at != 0).map(Instant::ofEpochMilli).orElse(null),
            null);
    project.apiKeys().put(key);
    return StackAuthResponses.ok(ApiKeyView.whole(key));
  }

  private static Response check(StackAuthCall call, Holder holder) {
    ApiKeyAccess.requireEnabled(call, holder);
    StackAuthProject project = call.project();
    ApiKey key =
        project
            .apiKeys()
            .byValue(call.get(VALUE))
            .filter(found -> ApiKeyAccess.isHeld(project, found))
            .orElseThrow(KnownError.API_KEY_NOT_FOUND::failure);
    if (key.holder() != holder) {
      throw KnownError.WRONG_API_KEY_TYPE.failure(
          Json.object()
              .put("expected_type", holder.wireName())
              .put("actual_type", key.holder().wireName()));
    }
    if (key.revokedAt() != null) {
      throw KnownError.API_KEY_REVOKED.failure();
    }
    if (key.expiredAt(project.now())) {
      throw KnownError.API_KEY_EXPIRED
          .failure()
          .because("The key expired at " + key.expiresAt() + " by the world's clock.");
    }
    return StackAuthResponses.ok(ApiKeyView.masked(key));
  }

  private static Response update(StackAuthCall call, Holder holder) {
    ApiKey key = named(call, holder);
    key = call.find(DESCRIPTION).map(key::described).orElse(key);
    if (call.isSet(REVOKED)) {
      key = key.revoked(call.project().now());
    }
    call.project().apiKeys().put(key);
    return StackAuthResponses.ok(ApiKeyView.masked(key));
  }

  /** The key in the path, which the caller may handle. */
  private static ApiKey named(StackAuthCall call, Holder holder) {
    ApiKeyAccess.requireEnabled(call, holder);
    StackAuthProject project = call.project();
    ApiKey key =
        project
            .apiKeys()
            .byId(call.path("id").toLowerCase(Locale.ROOT))
            .filter(found -> ApiKeyAccess.isHeld(project, found))
            .orElseThrow(KnownError.API_KEY_NOT_FOUND::failure);
    ApiKeyAccess.requireManageable(call, key.holder(), key.holderId());
    if (key.holder() != holder) {
      // The service looks for the id among both kinds, and cannot show the other.
      throw StackAuthFailure.uncaught("The key is a " + key.holder().wireName() + "'s");
    }
    return key;
  }

  private static String holderId(StackAuthCall call, Holder holder, String named) {
    return holder == Holder.USER ? call.userId(named) : named.toLowerCase(Locale.ROOT);
  }
}
