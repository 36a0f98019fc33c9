package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.server.PermissionDefinition;
import dev.keyway.providers.stackauth.server.PermissionDefinitions;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.PermissionScope;
import dev.keyway.providers.stackauth.wire.PermissionApi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link PermissionDefinitions} by the administrator's routes. */
final class PermissionDefinitionCalls implements PermissionDefinitions {

  private final ViewCalls calls;
  private final PermissionApi api;
  private final AdminKey key;

  PermissionDefinitionCalls(ViewCalls calls, PermissionApi api, AdminKey key) {
    this.calls = calls;
    this.api = api;
    this.key = key;
  }

  @Override
  public List<PermissionDefinition> list(PermissionScope scope, CallOptions options) {
    notNull(scope, "scope");
    return calls.call(
        "stack-auth.permissionDefinitions.list",
        options,
        () ->
            api.definitions(key.reveal(), word(scope)).items().stream()
                .map(PermissionDefinitionCalls::definition)
                .toList());
  }

  @Override
  public PermissionDefinition create(
      PermissionScope scope, PermissionDefinition definition, CallOptions options) {
    notNull(scope, "scope");
    notNull(definition, "definition");
    return calls.call(
        "stack-auth.permissionDefinitions.create",
        options,
        () ->
            about(
                definition,
                api.define(
                    key.reveal(),
                    word(scope),
                    new PermissionApi.Define(
                        definition.id().value(),
                        definition.description().orElse(null),
                        contained(definition)))));
  }

  @Override
  public PermissionDefinition update(
      PermissionScope scope, PermissionDefinition definition, CallOptions options) {
    notNull(scope, "scope");
    notNull(definition, "definition");
    return calls.call(
        "stack-auth.permissionDefinitions.update",
        options,
        () ->
            about(
                definition,
                api.redefine(
                    key.reveal(),
                    word(scope),
                    definition.id().value(),
                    new PermissionApi.Redefine(
                        definition.description().orElse(null), contained(definition)))));
  }

  @Override
  public void delete(PermissionScope scope, PermissionId permission, CallOptions options) {
    notNull(scope, "scope");
    notNull(permission, "permission");
    calls.run(
        "stack-auth.permissionDefinitions.delete",
        options,
        () -> api.undefine(key.reveal(), word(scope), permission.value()));
  }

  private static String word(PermissionScope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> contained(PermissionDefinition definition) {
    return definition.contained().stream().map(PermissionId::value).sorted().toList();
  }

  private static PermissionDefinition about(
      PermissionDefinition asked, PermissionApi.Definition now) {
    Answer.requireAbout(asked.id().value(), now.id());
    return definition(now);
  }

  private static PermissionDefinition definition(PermissionApi.Definition wire) {
    return Answer.read(
        () ->
            new PermissionDefinition(
                PermissionId.of(wire.id()),
                Optional.ofNullable(wire.description()).filter(text -> !text.isBlank()),
                wire.containedPermissionIds().stream()
                    .map(PermissionId::of)
                    .collect(Collectors.toUnmodifiableSet())));
  }
}
