package dev.keyway.emulator.internal.stytch.password;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.state.Password;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AddressLists;
import dev.keyway.emulator.internal.stytch.rules.AttributeRules;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Link;
import dev.keyway.emulator.internal.stytch.rules.LinkTokens;
import dev.keyway.emulator.internal.stytch.rules.Links;
import dev.keyway.emulator.internal.stytch.rules.Messages;
import dev.keyway.emulator.internal.stytch.rules.PasswordStrength;
import dev.keyway.emulator.internal.stytch.rules.Passwords;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.RedirectRules;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** {@code /v1/passwords/…/reset}: by mail, by the old password, by a fresh session. */
public final class PasswordResetRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<BigDecimal> EXPIRATION_MINUTES =
      Bodies.whole("reset_password_expiration_minutes");
  private static final Field<String> RESET_URL = Field.text("reset_password_redirect_url");
  private static final Field<String> LOGIN_URL = Field.text("login_redirect_url");
  private static final Field<String> TEMPLATE_ID = Field.text("reset_password_template_id");
  private static final Field<String> TOKEN = Field.text("token");
  private static final Field<String> EXISTING_PASSWORD = Field.text("existing_password");
  private static final Field<String> NEW_PASSWORD = Field.text("new_password");

  private static final int DEFAULT_MINUTES = 30;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final PasswordStrength strength;

  @Inject
  PasswordResetRoutes(PasswordStrength strength) {
    this.strength = strength;
  }

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.password.email-reset-start")
        .takes(
            UserFields.EMAIL.required(),
            EXPIRATION_MINUTES,
            RESET_URL,
            LOGIN_URL,
            Pkce.CODE_CHALLENGE,
            Formats.LOCALE,
            TEMPLATE_ID,
            AttributeRules.ATTRIBUTES)
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_LOCALE,
            StytchError.INVALID_EXPIRATION,
            StytchError.EMAIL_TEMPLATE_NOT_FOUND,
            StytchError.EMAIL_NOT_FOUND,
            StytchError.INVALID_PKCE_CODE_CHALLENGE)
        .fails(RedirectRules.RESET.errors())
        .fails(RedirectRules.RESET_LOGIN.errors())
        .fails(AttributeRules.ERRORS)
        .fails(AddressLists.MAIL_ERRORS)
        .answers(this::start);
    book.on("stytch.password.email-reset")
        .takes(
            ObjectType.of(
                    TOKEN.required(),
                    PasswordRoutes.PASSWORD.required(),
                    Pkce.CODE_VERIFIER,
                    AttributeRules.ATTRIBUTES,
                    AttributeRules.OPTIONS)
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN,
            StytchError.ATTRIBUTE_MISMATCH)
        .fails(PasswordStrength.ERRORS)
        .fails(Pkce.VERIFIER_ERRORS)
        .fails(AttributeRules.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::byMail);
    book.on("stytch.password.existing-password-reset")
        .takes(
            ObjectType.of(
                    UserFields.EMAIL.required(),
                    EXISTING_PASSWORD.required(),
                    NEW_PASSWORD.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.EMAIL_NOT_FOUND,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.NO_USER_PASSWORD,
            StytchError.CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD)
        .fails(PasswordStrength.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::byOldPassword);
    book.on("stytch.password.session-reset")
        .takes(ObjectType.of(PasswordRoutes.PASSWORD.required()).and(SessionInput.FIELDS))
        .fails(StytchError.NO_SESSION_ARGUMENTS, StytchError.SESSION_TOO_OLD_TO_RESET_PASSWORD)
        .fails(PasswordStrength.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::bySession);
  }

  private Response start(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String email = Formats.email(body.get(UserFields.EMAIL));
    AddressLists.requireDeliverable(project, email);
    Formats.emailLocale(body);
    Duration life = LinkTokens.life(body, EXPIRATION_MINUTES, DEFAULT_MINUTES);
    String challenge = Pkce.challenge(body.find(Pkce.CODE_CHALLENGE));
    Attributes attributes = AttributeRules.sent(body);
    LinkTokens.requireDefaultTemplate(body, TEMPLATE_ID);
    if (Sandbox.isEmail(email)) {
      return call.ok(
          Json.object().put("user_id", Sandbox.USER_ID).put("email_id", Sandbox.EMAIL_ID));
    }
    String resetUrl = RedirectRules.RESET.accept(project, body.find(RESET_URL), challenge);
    String loginUrl = RedirectRules.RESET_LOGIN.accept(project, body.find(LOGIN_URL), challenge);
    StytchUser user =
        UserLookup.byEmail(project, email).orElseThrow(StytchError.EMAIL_NOT_FOUND::failure);

    Address address = UserLookup.address(user, Address.Kind.EMAIL, email);
    LinkTokens.Origin origin = new LinkTokens.Origin(user, address, challenge, attributes);
    OneTimeCode<Link.Mailed> reset =
        LinkTokens.issue(project, LinkTokens.PASSWORD_RESET, life, origin);
    OneTimeCode<Link.Mailed> login = LinkTokens.issue(project, LinkTokens.MAGIC_LINK, life, origin);
    Messages.passwordReset(
        project,
        address.value(),
        Links.withToken(resetUrl, "reset_password", reset.value()),
        reset.value(),
        Links.withToken(loginUrl, "login", login.value()));
    return call.ok(Json.object().put("user_id", user.id()).put("email_id", address.id()));
  }

  private Response byMail(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    Optional<String> verifier = Pkce.verifier(body);
    Attributes attributes = AttributeRules.sent(body);
    SessionInput input = SessionInput.of(call);
    LinkTokens.Proof proof =
        LinkTokens.find(project, LinkTokens.PASSWORD_RESET, body.get(TOKEN))
            .orElseThrow(
                () ->
                    StytchError.UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
                        .failure()
                        .because("No such reset was sent in this project."));
    StytchUser user = proof.user();
    UserLocks.requireUnlocked(project, user);
    if (proof.code().spent() || proof.code().expiredAt(call.now())) {
      throw UserLocks.failed(project, user, StytchError.UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN)
          .because(proof.code().whyUnusable(call.now()));
    }
    Link.Mailed link = proof.code().facts();
    Pkce.require(link.challenge(), verifier);
    AttributeRules.requireMatch(attributes, link.attributes(), body.find(AttributeRules.OPTIONS));
    strength.require(project, body.get(PasswordRoutes.PASSWORD));
    if (!proof.code().spend()) {
      throw StytchError.UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN.failure();
    }

    proof.address().verified(true);
    project.proofCame(proof.address());
    Passwords.set(project, user, body.get(PasswordRoutes.PASSWORD));
    project.sessions().revokeAll(user.id());
    Factor factor = Factor.password(proof.address(), call.now());
    return call.ok(SignIns.complete(project, user, factor, input, attributes));
  }

  private Response byOldPassword(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String email = Formats.email(body.get(UserFields.EMAIL));
    if (Sandbox.isEmail(email)) {
      return call.ok(Sandbox.signIn(call, Factor.password(Sandbox.email(), call.now())));
    }
    SessionInput input = SessionInput.of(call);
    StytchUser user =
        UserLookup.byEmail(project, email).orElseThrow(StytchError.EMAIL_NOT_FOUND::failure);
    UserLocks.requireUnlocked(project, user);
    Password old = Passwords.check(project, user, body.get(EXISTING_PASSWORD));
    if (old.hash().matches(body.get(NEW_PASSWORD))) {
      throw StytchError.CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD.failure();
    }
    strength.require(project, body.get(NEW_PASSWORD));

    Passwords.set(project, user, body.get(NEW_PASSWORD));
    project.sessions().revokeAll(user.id());
    Address address = UserLookup.address(user, Address.Kind.EMAIL, email);
    Factor factor = Factor.password(address, call.now());
    return call.ok(SignIns.complete(project, user, factor, input, Attributes.NONE));
  }

  private Response bySession(StytchCall call) {
    StytchProject project = call.project();
    SessionInput input = SessionInput.of(call);
    StytchSession session = input.existing();
    if (session == null) {
      throw StytchError.NO_SESSION_ARGUMENTS.failure();
    }
    StytchUser user = UserLookup.require(project, session.userId());
    boolean fresh =
        session.factors.stream()
            .filter(Factor::provesMailboxOrPassword)
            .anyMatch(factor -> factor.provedAt().plus(FRESH).isAfter(call.now()));
    if (!fresh) {
      throw StytchError.SESSION_TOO_OLD_TO_RESET_PASSWORD.failure();
    }
    strength.require(project, call.get(PasswordRoutes.PASSWORD));

    Passwords.set(project, user, call.get(PasswordRoutes.PASSWORD));
    project.sessions().revokeAll(user.id(), other -> other != session);
    SignIns.use(project, session, input);
    ObjectNode json = SignIns.output(project, user, session);
    return call.ok(json);
  }
}
