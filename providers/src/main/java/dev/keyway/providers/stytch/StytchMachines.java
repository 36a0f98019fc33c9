package dev.keyway.providers.stytch;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Machine;
import dev.keyway.MachineCredential;
import dev.keyway.MachineId;
import dev.keyway.MachineQuery;
import dev.keyway.MachineToken;
import dev.keyway.MachineVerifyOptions;
import dev.keyway.Machines;
import dev.keyway.NewMachine;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.Secret;
import dev.keyway.VerifiedMachine;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.jwt.JwtProfile;
import dev.keyway.providers.jwt.JwtReading;
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.jwt.VerifiedJwt;
import dev.keyway.providers.stytch.rules.SessionFields;
import dev.keyway.providers.stytch.wire.MachineApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@link Machines} by Stytch's M2M clients. What they present is checked here, by its JWKS. */
final class StytchMachines implements Machines {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._|~-]{1,128}");

  /** People's ids, which are the subjects of their sessions' tokens. */
  private static final String PERSON = "user-";

  private final Transport transport;
  private final MachineApi api;
  private final JwtVerifier verifier;
  private final ProviderContext context;
  private final String projectId;
  private final JwtReading<VerifiedMachine> reading;

  @Inject
  StytchMachines(
      Transport transport,
      MachineApi api,
      JwtVerifier verifier,
      ProviderContext context,
      StytchSettings settings) {
    this.transport = transport;
    this.api = api;
    this.verifier = verifier;
    this.context = context;
    this.projectId = settings.projectId();
    Set<String> issuers = Set.of("stytch.com/" + projectId, settings.baseUrl().toString());
    this.reading =
        new JwtReading<>(
            List.of(new JwtProfile("machine", issuers, projectId)), StytchMachines::machine);
  }

  @Override
  public MachineCredential create(NewMachine machine, CallOptions options) {
    MachineApi.Create body = new MachineApi.Create(machine.name(), machine.scopes());
    return transport.call(
        options,
        () -> {
          MachineApi.WithSecret made = api.create(body).m2mClient();
          return Answer.read(
              () ->
                  new MachineCredential(
                      Machine.builder(MachineId.of(made.clientId()), machine.name())
                          .scopes(machine.scopes())
                          .secretEnding(ending(made.clientSecret()))
                          .build(),
                      made.clientSecret()));
        });
  }

  @Override
  public Optional<Machine> find(MachineId machine, CallOptions options) {
    if (!isClient(machine)) {
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
    MachineApi.Search body =
        new MachineApi.Search(query.limit(), query.cursor().map(PageCursor::value).orElse(null));
    return transport.call(
        options,
        () -> {
          MachineApi.Found found = api.search(body);
          return Answer.read(
              () ->
                  new Page<>(
                      found.m2mClients().stream().map(StytchMachines::machine).toList(),
                      Optional.ofNullable(found.resultsMetadata().nextCursor())
                          .filter(cursor -> !cursor.isBlank())
                          .map(PageCursor::of)));
        });
  }

  @Override
  public void revoke(MachineId machine, CallOptions options) {
    change(machine, options, id -> api.update(id, new MachineApi.Update("inactive")));
  }

  @Override
  public MachineCredential startRotation(MachineId machine, CallOptions options) {
    String id = client(machine);
    return transport.call(
        options,
        () -> {
          // The answer has the machine, too; asked first, so that nothing is lost if that fails.
          Machine before = about(machine, api.get(id));
          MachineApi.WithNextSecret next = api.startRotation(id).m2mClient();
          Answer.requireAbout(id, next.clientId());
          return new MachineCredential(before, next.nextClientSecret());
        });
  }

  @Override
  public Machine finishRotation(MachineId machine, CallOptions options) {
    return change(machine, options, api::finishRotation);
  }

  @Override
  public Machine cancelRotation(MachineId machine, CallOptions options) {
    return change(machine, options, api::cancelRotation);
  }

  @Override
  public MachineToken token(
      MachineId machine, Secret secret, Set<String> scopes, CallOptions options) {
    MachineApi.Grant body =
        new MachineApi.Grant(
            "client_credentials",
            machine.value(),
            secret,
            scopes.isEmpty() ? null : String.join(" ", scopes));
    return transport.call(
        options,
        () -> {
          MachineApi.Granted granted = api.token(projectId, body);
          return new MachineToken(
              granted.accessToken(), context.clock().instant().plusSeconds(granted.expiresIn()));
        });
  }

  @Override
  public VerifiedMachine verify(Secret presented, MachineVerifyOptions options) {
    VerifiedMachine machine =
        verifier.verify(
            AccessToken.of(presented.reveal()),
            reading,
            Optional.empty(),
            context.config().timeout(options));
    if (!options.requiredScopes().stream().allMatch(wanted -> allows(machine.scopes(), wanted))) {
      throw AuthException.of(ErrorCode.SCOPE_MISSING, "The token lacks a scope that is required");
    }
    return machine;
  }

  private static VerifiedMachine machine(VerifiedJwt jwt) {
    Optional<Set<String>> scopes = scopes(jwt);
    String subject = jwt.requiredText("sub");
    if (scopes.isEmpty()
        || jwt.isSet(SessionFields.SESSION_CLAIM)
        || subject.startsWith(PERSON)
        || !FORM.matcher(subject).matches()) {
      throw AuthException.of(ErrorCode.TOKEN_INVALID, "The token is not one of a machine");
    }
    return new VerifiedMachine(
        MachineId.of(subject), Optional.empty(), scopes.get(), Optional.of(jwt.expiresAt()));
  }

  /** Empty without the claim: a machine's token has it, even if it says nothing. */
  private static Optional<Set<String>> scopes(VerifiedJwt jwt) {
    return jwt.claims().get("scope") instanceof String text
        ? Optional.of(
            Arrays.stream(text.split(" ", -1))
                .filter(scope -> !scope.isBlank())
                .collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  /**
   * A scope is {@code action:resource}; one for every resource of its action has a star there.
   *
   * @see <a href="https://stytch.com/docs/api/m2m-client">Stytch's M2M clients</a>
   */
  private static boolean allows(Set<String> scopes, String wanted) {
    int colon = wanted.indexOf(':');
    return scopes.contains(wanted)
        || (colon >= 0 && scopes.contains(wanted.substring(0, colon) + ":*"));
  }

  private Machine change(
      MachineId machine, CallOptions options, Function<String, MachineApi.Answered> request) {
    String id = client(machine);
    return transport.call(options, () -> about(machine, request.apply(id)));
  }

  private static Machine about(MachineId machine, MachineApi.Answered answer) {
    Answer.requireAbout(machine.value(), answer.m2mClient().clientId());
    return Answer.read(() -> machine(answer.m2mClient()));
  }

  private static Machine machine(MachineApi.WireMachine wire) {
    return Machine.builder(
            MachineId.of(wire.clientId()), wire.clientName() == null ? "" : wire.clientName())
        .scopes(Set.copyOf(wire.scopes()))
        .revoked(!wire.status().equals("active"))
        .secretEnding(wire.clientSecretLastFour())
        .build();
  }

  private static String ending(Secret secret) {
    String text = secret.reveal();
    return text.substring(Math.max(0, text.length() - 4));
  }

  private static boolean isClient(MachineId machine) {
    return FORM.matcher(machine.value()).matches();
  }

  /** The id as part of a path. */
  private static String client(MachineId machine) {
    if (!isClient(machine)) {
      throw AuthException.of(
          ErrorCode.MACHINE_NOT_FOUND, "No machine of Stytch has an id of this form");
    }
    return machine.value();
  }
}
