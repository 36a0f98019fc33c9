package dev.keyway.emulator.internal.stytch.webauthn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import dev.keyway.emulator.internal.stytch.state.WebAuthnRegistration;
import dev.keyway.emulator.internal.webauthn.AssertionExpectation;
import dev.keyway.emulator.internal.webauthn.AssertionResponse;
import dev.keyway.emulator.internal.webauthn.Base64Form;
import dev.keyway.emulator.internal.webauthn.Octets;
import dev.keyway.emulator.internal.webauthn.OriginRule;
import dev.keyway.emulator.internal.webauthn.RegistrationExpectation;
import dev.keyway.emulator.internal.webauthn.RegistrationResponse;
import dev.keyway.emulator.internal.webauthn.VerifiedAssertion;
import dev.keyway.emulator.internal.webauthn.VerifiedRegistration;
import dev.keyway.emulator.internal.webauthn.WebAuthnRefusal;
import dev.keyway.emulator.internal.webauthn.WebAuthnVerifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/webauthn}. */
public final class WebAuthnRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> DOMAIN = Field.text("domain");
  private static final Field<String> BROWSER = Field.text("user_agent");
  private static final Field<String> AUTHENTICATOR_TYPE = Field.text("authenticator_type");
  private static final Field<String> CREDENTIAL = Field.text("public_key_credential");
  private static final Field<String> NAME = Field.text("name");

  private static final Pattern DOMAIN_FORM =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  /** Inferred: the vendor tells no limit. */
  private static final int LONGEST_NAME = 256;

  private final WebAuthnVerifier verifier = new WebAuthnVerifier();

  @Inject
  WebAuthnRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.webauthn.register-start")
        .takes(
            ObjectType.of(
                    UserFields.USER_ID.required(), DOMAIN.required(), BROWSER, AUTHENTICATOR_TYPE)
                .and(WebAuthnOptions.UserEntity.FIELDS)
                .and(WebAuthnOptions.FIELDS))
        .fails(
            StytchError.INVALID_DOMAIN,
            StytchError.INVALID_AUTHENTICATOR_TYPE,
            StytchError.CANNOT_USE_WEBAUTHN_WITH_PENDING_USER)
        .fails(UserLookup.ERRORS)
        .answers(this::startRegistration);
    book.on("stytch.webauthn.register")
        .takes(
            ObjectType.of(UserFields.USER_ID.required(), CREDENTIAL.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.NO_PENDING_WEBAUTHN_REGISTRATION,
            StytchError.DUPLICATE_WEBAUTHN_REGISTRATION,
            StytchError.INVALID_PUBLIC_KEY_CREDENTIAL,
            StytchError.UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION)
        .fails(UserLookup.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::register);
    book.on("stytch.webauthn.authenticate-start")
        .takes(ObjectType.of(DOMAIN.required(), UserFields.USER_ID).and(WebAuthnOptions.FIELDS))
        .fails(StytchError.INVALID_DOMAIN, StytchError.NO_ACTIVE_WEBAUTHN_REGISTRATIONS)
        .fails(UserLookup.ERRORS)
        .answers(this::startAuthentication);
    book.on("stytch.webauthn.authenticate")
        .takes(ObjectType.of(CREDENTIAL.required()).and(SessionInput.FIELDS))
        .fails(
            StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.INVALID_WEBAUTHN_REGISTRATION_DOMAIN,
            StytchError.INVALID_PUBLIC_KEY_CREDENTIAL,
            StytchError.UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
    book.on("stytch.webauthn.update")
        .takes(NAME.required())
        .fails(
            StytchError.INVALID_WEBAUTHN_REGISTRATION_ID,
            StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND,
            StytchError.EMPTY_WEBAUTHN_REGISTRATION_NAME)
        .answers(this::rename);
    book.on("stytch.webauthn.list-credentials")
        .fails(StytchError.INVALID_DOMAIN)
        .fails(UserLookup.ERRORS)
        .answers(this::list);
  }

  private Response startRegistration(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String userId = Formats.userId(body.get(UserFields.USER_ID));
    String domain = domain(body.get(DOMAIN));
    String type = body.find(AUTHENTICATOR_TYPE).orElse("");
    if (!List.of("", "platform", "cross-platform").contains(type)) {
      throw StytchError.INVALID_AUTHENTICATOR_TYPE.failure();
    }
    StytchUser user = UserLookup.require(project, userId);
    if (user.get(StytchUserRows.PENDING)) {
      throw StytchError.CANNOT_USE_WEBAUTHN_WITH_PENDING_USER.failure();
    }
    WebAuthnOptions.UserEntity entity = WebAuthnOptions.UserEntity.of(user, body);
    String userAgent = body.find(BROWSER).orElse("");
    Octets challenge =
        WebAuthnChallenges.issue(
            project,
            WebAuthnChallenges.REGISTRATION,
            new WebAuthnChallenges.Registration(
                user.id(), domain, userAgent, type, entity.handle()));
    String options =
        WebAuthnOptions.of(body)
            .creation(project, challenge, domain, entity, type, registrations(user, domain));
    return call.ok(
        Json.object()
            .put("user_id", user.id())
            .put("public_key_credential_creation_options", options));
  }

  private Response register(StytchCall call) {
    StytchProject project = call.project();
    String userId = Formats.userId(call.get(UserFields.USER_ID));
    SessionInput input = SessionInput.of(call);
    StytchUser user = UserLookup.require(project, userId);
    UserLocks.requireUnlocked(project, user);
    try {
      RegistrationResponse response =
          RegistrationResponse.parse(call.get(CREDENTIAL), Base64Form.ANY);
      OneTimeCode<WebAuthnChallenges.Registration> challenge =
          WebAuthnChallenges.waiting(project, WebAuthnChallenges.REGISTRATION, response.challenge())
              .filter(code -> code.facts().userId().equals(user.id()))
              .orElseThrow(StytchError.NO_PENDING_WEBAUTHN_REGISTRATION::failure);
      WebAuthnChallenges.Registration started = challenge.facts();
      VerifiedRegistration verified =
          verifier.register(
              response,
              RegistrationExpectation.of(
                      response.challenge(), OriginRule.domain(started.domain()), started.handle())
                  .refusing(id -> owner(project, id).isPresent()));
      if (!challenge.spend()) {
        throw StytchError.NO_PENDING_WEBAUTHN_REGISTRATION.failure();
      }
      WebAuthnRegistration made =
          new WebAuthnRegistration(
              "webauthn-registration-test-" + call.random().uuid(),
              started.domain(),
              started.userAgent(),
              verified.attachment().orElse(started.authenticatorType()),
              "",
              verified.credential());
      user.webAuthnRegistrations.add(made);
      project.handles().claim(UserIndex.Kind.WEBAUTHN_CREDENTIAL, made.credentialId(), user);
      project.handles().claim(UserIndex.Kind.WEBAUTHN_REGISTRATION, made.id(), user);
      return signedIn(call, user, made, input);
    } catch (WebAuthnRefusal refusal) {
      throw WebAuthnErrors.of(refusal, StytchError.UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION);
    }
  }

  private Response startAuthentication(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String domain = domain(body.get(DOMAIN));
    Optional<StytchUser> user =
        body.find(UserFields.USER_ID).map(id -> UserLookup.require(project, id));
    List<WebAuthnRegistration> allowed =
        user.map(known -> registrations(known, domain)).orElse(List.of());
    if (user.isPresent() && allowed.isEmpty()) {
      throw StytchError.NO_ACTIVE_WEBAUTHN_REGISTRATIONS.failure();
    }
    Optional<String> userId = user.map(StytchUser::id);
    Octets challenge =
        WebAuthnChallenges.issue(
            project,
            WebAuthnChallenges.ASSERTION,
            new WebAuthnChallenges.Assertion(userId, domain));
    String options = WebAuthnOptions.of(body).request(challenge, domain, allowed);
    return call.ok(
        Json.object()
            .put("user_id", userId.orElse(""))
            .put("public_key_credential_request_options", options));
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    SessionInput input = SessionInput.of(call);
    try {
      AssertionResponse response = AssertionResponse.parse(call.get(CREDENTIAL), Base64Form.ANY);
      StytchUser user =
          owner(project, response.credentialId())
              .orElseThrow(StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND::failure);
      UserLocks.requireUnlocked(project, user);
      WebAuthnRegistration registration = registration(user, response.credentialId());
      OneTimeCode<WebAuthnChallenges.Assertion> challenge =
          WebAuthnChallenges.waiting(project, WebAuthnChallenges.ASSERTION, response.challenge())
              .filter(code -> code.facts().isFor(user))
              .orElseThrow(
                  () ->
                      UserLocks.failed(
                          project, user, StytchError.UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION));
      if (!challenge.facts().domain().equals(registration.domain())) {
        throw StytchError.INVALID_WEBAUTHN_REGISTRATION_DOMAIN.failure();
      }
      VerifiedAssertion verified = verify(project, user, registration, response);
      if (!challenge.spend()) {
        throw StytchError.UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION.failure();
      }
      WebAuthnRegistration used = registration.with(verified.credential());
      user.webAuthnRegistrations.replaceAll(r -> r.id().equals(used.id()) ? used : r);
      return signedIn(call, user, used, input);
    } catch (WebAuthnRefusal refusal) {
      throw WebAuthnErrors.of(refusal, StytchError.UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION);
    }
  }

  private VerifiedAssertion verify(
      StytchProject project,
      StytchUser user,
      WebAuthnRegistration registration,
      AssertionResponse response)
      throws WebAuthnRefusal {
    try {
      return verifier.authenticate(
          response,
          registration.credential(),
          AssertionExpectation.of(response.challenge(), OriginRule.domain(registration.domain())));
    } catch (WebAuthnRefusal refusal) {
      // Counts towards the lock, whatever is told.
      UserLocks.failed(project, user, StytchError.UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION);
      throw refusal;
    }
  }

  private static Response signedIn(
      StytchCall call, StytchUser user, WebAuthnRegistration registration, SessionInput input) {
    Factor factor = Factor.webAuthn(registration, call.now());
    ObjectNode json = SignIns.complete(call.project(), user, factor, input, Attributes.NONE);
    return call.ok(json.put("webauthn_registration_id", registration.id()));
  }

  private Response rename(StytchCall call) {
    String id =
        Formats.id(
            "webauthn-registration",
            call.path("webauthn_registration_id"),
            StytchError.INVALID_WEBAUTHN_REGISTRATION_ID);
    String name = call.get(NAME);
    if (name.isBlank()) {
      throw StytchError.EMPTY_WEBAUTHN_REGISTRATION_NAME.failure();
    }
    if (name.length() > LONGEST_NAME) {
      throw StytchError.BAD_REQUEST.failure("The name is too long.");
    }
    StytchUser user =
        call.project()
            .handles()
            .owner(UserIndex.Kind.WEBAUTHN_REGISTRATION, id)
            .orElseThrow(StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND::failure);
    user.webAuthnRegistrations.replaceAll(r -> r.id().equals(id) ? r.named(name) : r);
    ObjectNode json = Json.object();
    user.webAuthnRegistrations.stream()
        .filter(r -> r.id().equals(id))
        .forEach(r -> json.set("webauthn_registration", r.json()));
    return call.ok(json);
  }

  /** The one route that wants the user id itself and takes no external id. */
  private Response list(StytchCall call) {
    String userId = call.path("user_id");
    if (!Formats.isUserId(userId)) {
      throw StytchError.INVALID_USER_ID.failure();
    }
    StytchUser user = UserLookup.require(call.project(), userId);
    ObjectNode json = Json.object();
    ArrayNode credentials = json.putArray("credentials");
    for (WebAuthnRegistration registration : registrations(user, domain(call.path("domain")))) {
      credentials
          .addObject()
          .put("credential_id", registration.credentialId())
          .put("webauthn_registration_id", registration.id())
          .put("type", "public-key")
          .put("public_key", registration.credential().publicKeyCose().base64());
    }
    return call.ok(json);
  }

  private static String domain(String value) {
    if (value.length() > 253 || !DOMAIN_FORM.matcher(value).matches()) {
      throw StytchError.INVALID_DOMAIN.failure();
    }
    return value;
  }

  private static List<WebAuthnRegistration> registrations(StytchUser user, String domain) {
    return user.webAuthnRegistrations.stream().filter(r -> r.domain().equals(domain)).toList();
  }

  private static Optional<StytchUser> owner(StytchProject project, Octets credentialId) {
    return project.handles().owner(UserIndex.Kind.WEBAUTHN_CREDENTIAL, credentialId.base64Url());
  }

  private static WebAuthnRegistration registration(StytchUser user, Octets credentialId) {
    return user.webAuthnRegistrations.stream()
        .filter(registration -> registration.credential().id().equals(credentialId))
        .findFirst()
        .orElseThrow(StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND::failure);
  }
}
