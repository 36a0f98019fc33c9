package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.Password;
import dev.keyway.emulator.core.SaltedSha256;
import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /v1/passwords}. */
final class PasswordRoutes implements StytchRoutes {
  private final PasswordPolicies policies;

  @Inject
  PasswordRoutes(PasswordPolicies policies) {
    this.policies = policies;
  }

  @Override
  public void addTo(StytchRouteTable routes) {
    routes.post("/v1/passwords", "stytch.password.create").answers(this::create);
    routes
        .post("/v1/passwords/authenticate", "stytch.password.authenticate")
        .answers(this::authenticate);
  }

  private Answer create(StytchCall call) {
    StytchProject project = call.project();
    String email = Emails.read(call, "email");
    String password = call.text("password");
    SessionRequest session = SessionRequest.readWithoutExisting(call);
    if (Sandbox.isEmail(email)) {
      return sandbox(call, session);
    }
    if (Emails.owner(project, email).isPresent()) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    policies.require(project, password);
    StytchUser user = new StytchUser(project.newId("user"), project.now());
    UserFields.apply(call, user);
    Address address = Emails.unverified(project, email);
    project.people().add(user, List.of(address));
    user.password(hashed(project, password));
    ObjectNode answer = session.finish(user, Factor.password(address, project.now()));
    return call.ok(answer.put("email_id", address.id()));
  }

  private Answer authenticate(StytchCall call) {
    StytchProject project = call.project();
    String email = Emails.read(call, "email");
    String attempt = call.text("password");
    SessionRequest session = SessionRequest.read(call);
    if (Sandbox.isEmail(email)) {
      return sandbox(call, session);
    }
    StytchUser user =
        Emails.owner(project, email).orElseThrow(StytchError.EMAIL_NOT_FOUND::failure);
    UserLocks.requireUnlocked(project, user);
    Password password = user.password().orElseThrow(StytchError.NO_USER_PASSWORD::failure);
    if (!password.hash().matches(attempt)) {
      UserLocks.failed(project, user);
      throw StytchError.UNAUTHORIZED_CREDENTIALS.failure("The password is wrong.");
    }
    if (password.resetRequired() || project.settings().breachedPasswords().contains(attempt)) {
      throw StytchError.RESET_PASSWORD.failure();
    }
    Address address = user.address(Address.Kind.EMAIL, email).orElseThrow();
    return call.ok(session.finish(user, Factor.password(address, project.now())));
  }

  private static Answer sandbox(StytchCall call, SessionRequest session) {
    StytchProject project = call.project();
    Factor factor = Factor.password(Sandbox.email(project), project.now());
    return call.ok(
        Sandbox.authenticated(project, session.duration(), factor)
            .put("email_id", Sandbox.EMAIL_ID));
  }

  static Password hashed(StytchProject project, String password) {
    return new Password(
        project.newId("password"),
        SaltedSha256.of(password, project.environment().random()),
        false);
  }
}
