package dev.keyway.emulator.internal.stackauth.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.webauthn.AssertionExpectation;
import dev.keyway.emulator.internal.webauthn.AssertionResponse;
import dev.keyway.emulator.internal.webauthn.Base64Form;
import dev.keyway.emulator.internal.webauthn.Octets;
import dev.keyway.emulator.internal.webauthn.RegistrationExpectation;
import dev.keyway.emulator.internal.webauthn.RegistrationResponse;
import dev.keyway.emulator.internal.webauthn.StoredCredential;
import dev.keyway.emulator.internal.webauthn.VerifiedAssertion;
import dev.keyway.emulator.internal.webauthn.VerifiedRegistration;
import dev.keyway.emulator.internal.webauthn.WebAuthnRefusal;
import dev.keyway.emulator.internal.webauthn.WebAuthnVerifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /auth/passkey}: one passkey for each user. */
public final class PasskeyRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> CODE = Field.text("code");
  private static final int CHALLENGE_BYTES = 32;

  private static final CodeKind<Waiting> REGISTRATION = new CodeKind<>("PASSKEY_REGISTRATION");
  private static final CodeKind<Waiting> AUTHENTICATION = new CodeKind<>("PASSKEY_AUTHENTICATION");

  /** The service passes it to its WebAuthn library as it came. */
  private static final Type<JsonNode> AS_IT_COMES =
      Type.any(JsonKind.TEXT, JsonKind.FLAG, JsonKind.NUMBER, JsonKind.LIST, JsonKind.OBJECT);

  private static final Field<JsonNode> CREDENTIAL = Field.of("credential", AS_IT_COMES);
  private static final Field<JsonNode> ASSERTION = Field.of("authentication_response", AS_IT_COMES);

  /** What the authenticator has to sign. */
  private record Waiting(Octets challenge) {}

  private final WebAuthnVerifier verifier = new WebAuthnVerifier();
  private final SignIns signIns;

  @Inject
  PasskeyRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  /** Of the vendor's development stack. */
  private static final String MOCK_CHALLENGE = "MOCK";

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.passkey.start-registration")
        .withUser()
        .fails(KnownError.PASSKEY_AUTHENTICATION_NOT_ENABLED)
        .answers(this::startRegistration);
    book.on("stackauth.passkey.register")
        // A code has no rule for its length here: one of another length is not found.
        .takes(CREDENTIAL.required(), CODE.required())
        .fails(
            KnownError.PASSKEY_AUTHENTICATION_NOT_ENABLED, KnownError.PASSKEY_REGISTRATION_FAILED)
        .fails(VerificationCodes.ERRORS)
        .breaksOn("a registration without a signed-in user")
        .breaksOn(PasskeyErrors.BREAKS_ON)
        .answers(this::register);
    book.on("stackauth.passkey.start-sign-in")
        .fails(KnownError.PASSKEY_AUTHENTICATION_NOT_ENABLED)
        .answers(this::startSignIn);
    book.on("stackauth.passkey.sign-in")
        .takes(ASSERTION.required(), CODE.required())
        .fails(
            KnownError.PASSKEY_AUTHENTICATION_NOT_ENABLED,
            KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED,
            KnownError.PASSKEY_AUTHENTICATION_FAILED)
        .fails(VerificationCodes.ERRORS)
        .breaksOn(PasskeyErrors.BREAKS_ON)
        .answers(this::signIn);
  }

  private Response startRegistration(StackAuthCall call) {
    StackAuthProject project = call.project();
    requireEnabled(project);
    Octets challenge = challenge(project);
    OneTimeCode<Waiting> code = issue(project, REGISTRATION, challenge);
    return StackAuthResponses.ok(
        Json.object()
            .put(CODE.name(), code.value())
            .set("options_json", PasskeyOptions.creation(project, call.me(), challenge)));
  }

  private Response register(StackAuthCall call) {
    StackAuthProject project = call.project();
    Waiting waiting = VerificationCodes.use(project, REGISTRATION, call.get(CODE)).facts();
    requireEnabled(project);
    // The route does not declare a user, and then fails without one.
    StackAuthUser user = call.user().orElseThrow(PasskeyErrors::nobody);
    try {
      RegistrationResponse response =
          RegistrationResponse.parse(Json.write(call.get(CREDENTIAL)), Base64Form.URL);
      PasskeyOrigins origins = new PasskeyOrigins(project);
      origins.require(response.origin(), KnownError.PASSKEY_REGISTRATION_FAILED);
      // Whose start the code is from does not matter: the passkey is for who is signed in now.
      VerifiedRegistration verified =
          verifier.register(
              response,
              RegistrationExpectation.of(
                      waiting.challenge(), origins, PasskeyOptions.userHandle(user))
                  .refusing(id -> isOfAnother(project, user, id))
                  .ignoringResponseId());
      project.passkeys().keep(user, verified.credential());
      return StackAuthResponses.ok(
          Json.object().put("user_handle", verified.credential().id().base64Url()));
    } catch (WebAuthnRefusal refusal) {
      throw PasskeyErrors.of(refusal, KnownError.PASSKEY_REGISTRATION_FAILED);
    }
  }

  private Response startSignIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    requireEnabled(project);
    Octets challenge = challenge(project);
    OneTimeCode<Waiting> code = issue(project, AUTHENTICATION, challenge);
    return StackAuthResponses.ok(
        Json.object()
            .put(CODE.name(), code.value())
            .set("options_json", PasskeyOptions.request(challenge)));
  }

  private Response signIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    Waiting waiting = VerificationCodes.use(project, AUTHENTICATION, call.get(CODE)).facts();
    requireEnabled(project);
    // Looked up by the text that was sent, before anything of it is decoded.
    StackAuthUser user =
        Optional.ofNullable(call.get(ASSERTION).path("id").textValue())
            .flatMap(id -> project.passkeys().owner(id))
            .flatMap(project.users()::byId)
            .orElseThrow(PasskeyErrors::unknownPasskey);
    StoredCredential stored = user.passkey().orElseThrow(PasskeyErrors::unknownPasskey);
    try {
      AssertionResponse response =
          AssertionResponse.parse(Json.write(call.get(ASSERTION)), Base64Form.URL);
      PasskeyOrigins origins = new PasskeyOrigins(project);
      origins.require(response.origin(), KnownError.PASSKEY_AUTHENTICATION_FAILED);
      VerifiedAssertion verified =
          verifier.authenticate(
              response,
              stored,
              AssertionExpectation.of(waiting.challenge(), origins).ignoringUserHandle());
      project.passkeys().keep(user, verified.credential());
    } catch (WebAuthnRefusal refusal) {
      throw PasskeyErrors.of(refusal, KnownError.PASSKEY_AUTHENTICATION_FAILED);
    }
    return StackAuthResponses.ok(
        signIns.afterFirstFactor(project, user, false).put("is_new_user", false));
  }

  private static void requireEnabled(StackAuthProject project) {
    if (!project.settings().passkeyEnabled()) {
      throw KnownError.PASSKEY_AUTHENTICATION_NOT_ENABLED.failure();
    }
  }

  private static Octets challenge(StackAuthProject project) {
    return Octets.of(
        project.settings().fixedPasskeyChallenge()
            ? MOCK_CHALLENGE.getBytes(StandardCharsets.US_ASCII)
            : project.context().random().bytes(CHALLENGE_BYTES));
  }

  private static OneTimeCode<Waiting> issue(
      StackAuthProject project, CodeKind<Waiting> kind, Octets challenge) {
    return VerificationCodes.issue(
        project, kind, VerificationCodes.PASSKEY_LIFE, new Waiting(challenge));
  }

  private static boolean isOfAnother(StackAuthProject project, StackAuthUser user, Octets id) {
    return project
        .passkeys()
        .owner(id.base64Url())
        .filter(owner -> !owner.equals(user.id()))
        .isPresent();
  }
}
