package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Machine;
import dev.keyway.MachineCredential;
import dev.keyway.MachineId;
import dev.keyway.MachineQuery;
import dev.keyway.MachineVerifyOptions;
import dev.keyway.Machines;
import dev.keyway.NewMachine;
import dev.keyway.Page;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.VerifiedMachine;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.MilliTime;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.ApiKeyApi;
import dev.keyway.providers.stackauth.wire.UserApi;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Machines} by users' API keys. A key acts for its user; the service says if it is good. */
final class StackAuthMachines implements Machines {

  private final Transport transport;
  private final ApiKeyApi api;
  private final UserApi users;

  @Inject
  StackAuthMachines(Transport transport, ApiKeyApi api, UserApi users) {
    this.transport = transport;
    this.api = api;
    this.users = users;
  }

  @Override
  public MachineCredential create(NewMachine machine, CallOptions options) {
    String owner = owner(machine.owner());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("description", machine.name());
    body.put("user_id", owner);
    body.put("expires_at_millis", machine.expiresAt().map(Instant::toEpochMilli).orElse(null));
    return transport.call(
        options,
        () -> {
          // For a user who is not there the service breaks.
          users.get(owner);
          ApiKeyApi.Created made = api.create(body);
          Answer.requireAbout(owner, made.userId());
          return Answer.read(
              () ->
                  new MachineCredential(
                      Machine.builder(MachineId.of(made.id()), machine.name())
                          .owner(UserId.of(made.userId()))
                          .createdAt(MilliTime.read(made.createdAtMillis()))
                          .expiresAt(MilliTime.read(made.expiresAtMillis()))
                          .secretEnding(ending(made.value()))
                          .build(),
                      made.value()));
        });
  }

  @Override
  public Optional<Machine> find(MachineId machine, CallOptions options) {
    if (!Uuids.isUuid(machine.value())) {
      return Optional.empty();
    }
    return transport.call(
        options,
        () ->
            Answer.find(
                () -> about(machine, api.get(machine.value())),
                e -> e.code() == ErrorCode.MACHINE_NOT_FOUND));
  }

  @Override
  public Page<Machine> list(MachineQuery query, CallOptions options) {
    String owner = owner(query.owner());
    if (query.cursor().isPresent()) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "cursor is not one of stack-auth's");
    }
    return transport.call(
        options,
        () -> {
          ApiKeyApi.Keys keys = api.list(owner);
          return Answer.read(
              () ->
                  new Page<>(
                      keys.items().stream().map(StackAuthMachines::machine).toList(),
                      Optional.empty()));
        });
  }

  @Override
  public void revoke(MachineId machine, CallOptions options) {
    if (!Uuids.isUuid(machine.value())) {
      throw AuthException.of(
          ErrorCode.MACHINE_NOT_FOUND, "No API key of stack-auth has such an id");
    }
    transport.run(
        options, () -> about(machine, api.update(machine.value(), new ApiKeyApi.Update(true))));
  }

  @Override
  public VerifiedMachine verify(Secret presented, MachineVerifyOptions options) {
    return transport.call(
        options,
        () -> {
          try {
            Machine machine = machine(api.check(new ApiKeyApi.Check(presented)));
            return new VerifiedMachine(
                machine.id(), machine.owner(), Set.of(), machine.expiresAt());
          } catch (AuthException e) {
            throw e.code() == ErrorCode.MACHINE_NOT_FOUND
                ? AuthException.of(
                    ErrorCode.INVALID_CREDENTIALS,
                    "Nobody in this project has this API key",
                    e.retry(),
                    e.providerError().orElseThrow())
                : e;
          }
        });
  }

  private static String owner(Optional<UserId> owner) {
    UserId user =
        owner.orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "owner must be given: an API key of stack-auth belongs to a user"));
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of stack-auth has such an id");
    }
    return user.value();
  }

  private static Machine about(MachineId machine, ApiKeyApi.WireKey key) {
    Answer.requireAbout(machine.value(), key.id());
    return machine(key);
  }

  private static Machine machine(ApiKeyApi.WireKey key) {
    return Answer.read(
        () ->
            Machine.builder(
                    MachineId.of(key.id()), key.description() == null ? "" : key.description())
                .owner(UserId.of(key.userId()))
                .revoked(key.manuallyRevokedAtMillis() != null)
                .createdAt(MilliTime.read(key.createdAtMillis()))
                .expiresAt(MilliTime.read(key.expiresAtMillis()))
                .secretEnding(key.value().lastFour())
                .build());
  }

  private static String ending(Secret secret) {
    String text = secret.reveal();
    return text.substring(Math.max(0, text.length() - 4));
  }
}
