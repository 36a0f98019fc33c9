package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.ConnectedApp;
import dev.keyway.providers.stytch.consumer.ConnectedAppCredential;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppGrant;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.ConnectedApps;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.wire.ConnectedAppApi;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link ConnectedApps} by the routes of that name. */
final class ConnectedAppCalls implements ConnectedApps {

  private static final String LIFE_RULE = "must be whole minutes from 1 to 527040";

  private final ViewCalls calls;
  private final ConnectedAppApi api;

  ConnectedAppCalls(ViewCalls calls, ConnectedAppApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public ConnectedAppCredential create(
      ConnectedAppType type, ConnectedAppFields fields, CallOptions options) {
    notNull(type, "type");
    notNull(fields, "fields");
    return calls.call(
        "stytch.connectedApps.create",
        options,
        () -> {
          ConnectedAppApi.Details details = details(fields);
          ConnectedAppApi.App made =
              api.create(
                      new ConnectedAppApi.Create(
                          type.name().toLowerCase(Locale.ROOT),
                          details.clientName(),
                          details.clientDescription(),
                          details.redirectUrls(),
                          details.fullAccessAllowed(),
                          details.accessTokenExpiryMinutes()))
                  .connectedApp();
          return new ConnectedAppCredential(app(made), Optional.ofNullable(made.clientSecret()));
        });
  }

  @Override
  public Optional<ConnectedApp> find(ConnectedAppId app, CallOptions options) {
    notNull(app, "app");
    return calls.call(
        "stytch.connectedApps.find",
        options,
        () ->
            Answer.find(
                () -> about(app, api.get(app.value())),
                e -> e.code() == ErrorCode.RESOURCE_NOT_FOUND));
  }

  @Override
  public Page<ConnectedApp> list(int limit, CallOptions options) {
    return list("list", limit, null, options);
  }

  @Override
  public Page<ConnectedApp> listFrom(int limit, PageCursor from, CallOptions options) {
    return list("listFrom", limit, notNull(from, "from").value(), options);
  }

  private Page<ConnectedApp> list(
      String call, int limit, @Nullable String cursor, CallOptions options) {
    if (limit < 1 || limit > 1000) {
      throw Checks.invalidArgument("limit", "must be from 1 to 1000");
    }
    return calls.call(
        "stytch.connectedApps." + call,
        options,
        () -> {
          ConnectedAppApi.Found found = api.search(new ConnectedAppApi.Search(limit, cursor));
          return Answer.read(
              () ->
                  new Page<>(
                      found.connectedApps().stream().map(ConnectedAppCalls::app).toList(),
                      Optional.ofNullable(found.resultsMetadata().nextCursor())
                          .filter(next -> !next.isBlank())
                          .map(PageCursor::of)));
        });
  }

  @Override
  public ConnectedApp update(ConnectedAppId app, ConnectedAppFields fields, CallOptions options) {
    notNull(fields, "fields");
    return change("update", app, options, id -> api.update(id, details(fields)));
  }

  @Override
  public void delete(ConnectedAppId app, CallOptions options) {
    notNull(app, "app");
    calls.run("stytch.connectedApps.delete", options, () -> api.delete(app.value()));
  }

  @Override
  public Secret startRotation(ConnectedAppId app, CallOptions options) {
    notNull(app, "app");
    return calls.call(
        "stytch.connectedApps.startRotation",
        options,
        () -> {
          ConnectedAppApi.NextSecret next = api.startRotation(app.value()).connectedApp();
          Answer.requireAbout(app.value(), next.clientId());
          return next.nextClientSecret();
        });
  }

  @Override
  public ConnectedApp finishRotation(ConnectedAppId app, CallOptions options) {
    return change("finishRotation", app, options, api::finishRotation);
  }

  @Override
  public ConnectedApp cancelRotation(ConnectedAppId app, CallOptions options) {
    return change("cancelRotation", app, options, api::cancelRotation);
  }

  private ConnectedApp change(
      String call,
      ConnectedAppId app,
      CallOptions options,
      Function<String, ConnectedAppApi.Answered> request) {
    notNull(app, "app");
    return calls.call(
        "stytch.connectedApps." + call, options, () -> about(app, request.apply(app.value())));
  }

  @Override
  public List<ConnectedAppGrant> grants(UserId user, CallOptions options) {
    notNull(user, "user");
    return calls.call(
        "stytch.connectedApps.grants",
        options,
        () -> {
          List<ConnectedAppApi.Grant> grants = api.ofUser(Checks.user(user)).connectedApps();
          return Answer.read(() -> grants.stream().map(ConnectedAppCalls::grant).toList());
        });
  }

  @Override
  public void revokeGrant(UserId user, ConnectedAppId app, CallOptions options) {
    notNull(user, "user");
    notNull(app, "app");
    calls.run(
        "stytch.connectedApps.revokeGrant",
        options,
        () -> api.revoke(Checks.user(user), app.value()));
  }

  private static ConnectedAppApi.Details details(ConnectedAppFields fields) {
    return new ConnectedAppApi.Details(
        fields.name().orElse(null),
        fields.description().orElse(null),
        fields.redirectUrls().<@Nullable List<URI>>map(Function.identity()).orElse(null),
        fields.fullAccessAllowed().orElse(null),
        fields
            .accessTokenLife()
            .map(life -> Checks.minutes(life, "accessTokenLife", 1, 527_040, LIFE_RULE))
            .orElse(null));
  }

  private static ConnectedApp about(ConnectedAppId app, ConnectedAppApi.Answered answer) {
    Answer.requireAbout(app.value(), answer.connectedApp().clientId());
    return app(answer.connectedApp());
  }

  private static ConnectedApp app(ConnectedAppApi.App wire) {
    return Answer.read(
        () ->
            new ConnectedApp(
                ConnectedAppId.of(wire.clientId()),
                type(wire.clientType()),
                wire.clientName() == null ? "" : wire.clientName(),
                wire.clientDescription() == null ? "" : wire.clientDescription(),
                wire.redirectUrls(),
                wire.fullAccessAllowed(),
                Duration.ofMinutes(wire.accessTokenExpiryMinutes()),
                Optional.ofNullable(wire.clientSecretLastFour()).filter(end -> !end.isBlank())));
  }

  private static ConnectedAppType type(String word) {
    return Arrays.stream(ConnectedAppType.values())
        .filter(type -> type.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Answer.invalid("with a type of app that is not known"));
  }

  private static ConnectedAppGrant grant(ConnectedAppApi.Grant wire) {
    Set<String> scopes =
        Arrays.stream(wire.scopesGranted().split(" ", -1))
            .filter(scope -> !scope.isBlank())
            .collect(Collectors.toUnmodifiableSet());
    return new ConnectedAppGrant(
        ConnectedAppId.of(wire.connectedAppId()), wire.name() == null ? "" : wire.name(), scopes);
  }
}
