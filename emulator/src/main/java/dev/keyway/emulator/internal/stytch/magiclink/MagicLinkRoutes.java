package dev.keyway.emulator.internal.stytch.magiclink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AttributeRules;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Link;
import dev.keyway.emulator.internal.stytch.rules.LinkTokens;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.Recipients;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/magic_links}: tokens of links, mailed or made by the application. */
public final class MagicLinkRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<BigDecimal> EXPIRATION_MINUTES = Bodies.whole("expiration_minutes");
  private static final Field<String> TOKEN = Field.text("token");

  private static final CodeKind<Link.Embedded> EMBEDDED = new CodeKind<>("embeddable_magic_link");
  private static final int EMBEDDED_MINUTES = 60;
  private static final int TOKEN_BYTES = 32;
  private static final Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9_-]{1,200}={0,2}");

  @Inject
  MagicLinkRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.magic-link.create")
        .takes(UserFields.USER_ID.required(), EXPIRATION_MINUTES, AttributeRules.ATTRIBUTES)
        .fails(StytchError.ENTERPRISE_ENDPOINT, StytchError.INVALID_EXPIRATION)
        .fails(AttributeRules.ERRORS)
        .fails(UserLookup.ERRORS)
        .answers(this::create);
    book.on("stytch.magic-link.authenticate")
        .takes(
            ObjectType.of(
                    TOKEN.required(),
                    Pkce.CODE_VERIFIER,
                    AttributeRules.ATTRIBUTES,
                    AttributeRules.OPTIONS)
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.INVALID_TOKEN,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.ATTRIBUTE_MISMATCH,
            StytchError.MAGIC_LINK_NOT_FOUND,
            StytchError.UNABLE_TO_AUTH_MAGIC_LINK)
        .fails(Pkce.VERIFIER_ERRORS)
        .fails(AttributeRules.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
  }

  private Response create(StytchCall call) {
    StytchProject project = call.project();
    if (!project.settings().embeddableMagicLinks()) {
      throw StytchError.ENTERPRISE_ENDPOINT.failure();
    }
    String userId = Formats.userId(call.get(UserFields.USER_ID));
    Duration life = LinkTokens.life(call.body(), EXPIRATION_MINUTES, EMBEDDED_MINUTES);
    Attributes attributes = AttributeRules.sent(call.body());
    StytchUser user = UserLookup.require(project, userId);
    Link.Embedded link =
        new Link.Embedded(
            user.id(), "embedded-magic-link-test-" + call.random().uuid(), attributes);
    OneTimeCode<Link.Embedded> token =
        project.codes().issue(EMBEDDED, call.random().base64Url(TOKEN_BYTES), life, link);
    return call.ok(Json.object().put("user_id", user.id()).put("token", token.value()));
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    String token = call.get(TOKEN);
    if (!TOKEN_FORM.matcher(token).matches()) {
      throw StytchError.INVALID_TOKEN.failure();
    }
    switch (token) {
      case Sandbox.MAGIC_LINK -> {
        Factor factor = Factor.emailLink(Sandbox.email(), call.now());
        return call.ok(withMethod(Sandbox.signIn(call, factor), Sandbox.EMAIL_ID, false));
      }
      case Sandbox.MAGIC_LINK_REFUSED -> throw StytchError.UNABLE_TO_AUTH_MAGIC_LINK.failure();
      case Sandbox.MAGIC_LINK_UNKNOWN -> throw StytchError.MAGIC_LINK_NOT_FOUND.failure();
      default -> {
        // A token of a project of its own.
      }
    }
    Optional<String> verifier = Pkce.verifier(call.body());
    Attributes attributes = AttributeRules.sent(call.body());
    SessionInput input = SessionInput.of(call);
    Optional<LinkTokens.Proof> mailed = LinkTokens.find(project, LinkTokens.MAGIC_LINK, token);
    if (mailed.isEmpty()) {
      return authenticateEmbedded(call, verifier, attributes, input);
    }
    LinkTokens.Proof proof = mailed.get();
    use(call, proof.user(), proof.code(), verifier, attributes);
    boolean resetSessions = Recipients.proved(project, proof.user(), proof.address(), input);
    Factor factor = Factor.emailLink(proof.address(), call.now());
    ObjectNode json = SignIns.complete(project, proof.user(), factor, input, attributes);
    return call.ok(withMethod(json, proof.address().id(), resetSessions));
  }

  /** Proves that the application knows the user, and no address. */
  private static Response authenticateEmbedded(
      StytchCall call, Optional<String> verifier, Attributes attributes, SessionInput input) {
    StytchProject project = call.project();
    OneTimeCode<Link.Embedded> code =
        project
            .codes()
            .find(EMBEDDED, call.get(TOKEN))
            .orElseThrow(StytchError.MAGIC_LINK_NOT_FOUND::failure);
    StytchUser user =
        project
            .users()
            .byId(code.facts().userId())
            .orElseThrow(StytchError.MAGIC_LINK_NOT_FOUND::failure);
    use(call, user, code, verifier, attributes);
    Factor factor = Factor.embeddedLink(code.facts().methodId(), call.now());
    ObjectNode json = SignIns.complete(project, user, factor, input, attributes);
    return call.ok(withMethod(json, code.facts().methodId(), false));
  }

  private static void use(
      StytchCall call,
      StytchUser user,
      OneTimeCode<? extends Link> code,
      Optional<String> verifier,
      Attributes attributes) {
    UserLocks.requireUnlocked(call.project(), user);
    if (code.spent() || code.expiredAt(call.now())) {
      throw UserLocks.failed(call.project(), user, StytchError.UNABLE_TO_AUTH_MAGIC_LINK)
          .because(code.whyUnusable(call.now()));
    }
    Pkce.require(code.facts().challenge(), verifier);
    AttributeRules.requireMatch(
        attributes, code.facts().attributes(), call.find(AttributeRules.OPTIONS));
    if (!code.spend()) {
      throw StytchError.UNABLE_TO_AUTH_MAGIC_LINK.failure();
    }
  }

  private static ObjectNode withMethod(ObjectNode json, String methodId, boolean resetSessions) {
    return json.put("method_id", methodId).put("reset_sessions", resetSessions);
  }
}
