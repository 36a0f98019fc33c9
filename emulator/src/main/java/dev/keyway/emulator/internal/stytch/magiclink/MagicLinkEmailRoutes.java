package dev.keyway.emulator.internal.stytch.magiclink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
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
import dev.keyway.emulator.internal.stytch.rules.Metadata;
import dev.keyway.emulator.internal.stytch.rules.PersonNames;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.Recipients;
import dev.keyway.emulator.internal.stytch.rules.RedirectRules;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.PersonName;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/magic_links/email}: links that go out by mail. */
public final class MagicLinkEmailRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> LOGIN_URL = Field.text("login_magic_link_url");
  private static final Field<String> SIGNUP_URL = Field.text("signup_magic_link_url");
  private static final Field<BigDecimal> LOGIN_EXPIRATION =
      Bodies.whole("login_expiration_minutes");
  private static final Field<BigDecimal> SIGNUP_EXPIRATION =
      Bodies.whole("signup_expiration_minutes");
  private static final Field<String> INVITE_URL = Field.text("invite_magic_link_url");
  private static final Field<String> INVITE_TEMPLATE_ID = Field.text("invite_template_id");
  private static final Field<BigDecimal> INVITE_EXPIRATION =
      Bodies.whole("invite_expiration_minutes");

  /** What both ways to send a link accept. */
  private static final ObjectType LINKS =
      ObjectType.of(
          UserFields.EMAIL.required(),
          LOGIN_URL,
          SIGNUP_URL,
          Pkce.CODE_CHALLENGE,
          Formats.LOCALE,
          LinkTokens.LOGIN_TEMPLATE_ID,
          LinkTokens.SIGNUP_TEMPLATE_ID,
          LOGIN_EXPIRATION,
          SIGNUP_EXPIRATION,
          AttributeRules.ATTRIBUTES);

  private static final int LOGIN_MINUTES = 60;
  private static final int SIGNUP_MINUTES = 10_080;
  private static final int INVITE_MINUTES = 60;

  @Inject
  MagicLinkEmailRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.magic-link.email-login-or-create")
        .takes(LINKS.and(UserFields.CREATE_AS_PENDING))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_LOCALE,
            StytchError.INVALID_EXPIRATION,
            StytchError.EMAIL_TEMPLATE_NOT_FOUND,
            StytchError.INVALID_PKCE_CODE_CHALLENGE)
        .fails(RedirectRules.LOGIN_LINK.errors())
        .fails(RedirectRules.SIGNUP_LINK.errors())
        .fails(AttributeRules.ERRORS)
        .fails(AddressLists.SIGN_UP_ERRORS)
        .fails(AddressLists.MAIL_ERRORS)
        .answers(this::loginOrCreate);
    book.on("stytch.magic-link.email-send")
        .takes(LINKS.and(UserLookup.SELECTION_FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_LOCALE,
            StytchError.INVALID_EXPIRATION,
            StytchError.EMAIL_TEMPLATE_NOT_FOUND,
            StytchError.EMAIL_NOT_FOUND,
            StytchError.DUPLICATE_EMAIL,
            StytchError.DUPLICATE_EMAIL_FOR_USER,
            StytchError.TOO_MANY_UNVERIFIED_FACTORS,
            StytchError.INVALID_PKCE_CODE_CHALLENGE)
        .fails(RedirectRules.LOGIN_LINK.errors())
        .fails(RedirectRules.SIGNUP_LINK.errors())
        .fails(AttributeRules.ERRORS)
        .fails(UserLookup.SELECTION_ERRORS)
        .fails(AddressLists.MAIL_ERRORS)
        .answers(this::send);
    book.on("stytch.magic-link.email-invite")
        .takes(
            ObjectType.of(
                    UserFields.EMAIL.required(),
                    INVITE_URL,
                    INVITE_TEMPLATE_ID,
                    Formats.LOCALE,
                    INVITE_EXPIRATION,
                    PersonNames.NAME,
                    AttributeRules.ATTRIBUTES)
                .and(Metadata.FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_LOCALE,
            StytchError.INVALID_EXPIRATION,
            StytchError.EMAIL_TEMPLATE_NOT_FOUND,
            StytchError.DUPLICATE_EMAIL,
            StytchError.USER_ALREADY_INVITED)
        .fails(RedirectRules.INVITE_LINK.errors())
        .fails(AttributeRules.ERRORS)
        .fails(Metadata.ERRORS)
        .fails(AddressLists.SIGN_UP_ERRORS)
        .fails(AddressLists.MAIL_ERRORS)
        .answers(this::invite);
    book.on("stytch.magic-link.email-revoke-invite")
        .takes(UserFields.EMAIL.required())
        .fails(StytchError.INVALID_EMAIL, StytchError.EMAIL_NOT_FOUND)
        .answers(this::revokeInvite);
  }

  /** What both ways to send a link ask for, in form. */
  private record Wish(
      String email,
      Duration loginLife,
      Duration signupLife,
      String challenge,
      Attributes attributes) {
    static Wish of(StytchCall call) {
      Values body = call.body();
      String email = Formats.email(body.get(UserFields.EMAIL));
      AddressLists.requireDeliverable(call.project(), email);
      Formats.emailLocale(body);
      LinkTokens.requireDefaultTemplate(
          body, LinkTokens.LOGIN_TEMPLATE_ID, LinkTokens.SIGNUP_TEMPLATE_ID);
      return new Wish(
          email,
          LinkTokens.life(body, LOGIN_EXPIRATION, LOGIN_MINUTES),
          LinkTokens.life(body, SIGNUP_EXPIRATION, SIGNUP_MINUTES),
          Pkce.challenge(body.find(Pkce.CODE_CHALLENGE)),
          AttributeRules.sent(body));
    }
  }

  private Response loginOrCreate(StytchCall call) {
    StytchProject project = call.project();
    Wish wish = Wish.of(call);
    if (Sandbox.isEmail(wish.email)) {
      return call.ok(sandbox().put("user_created", false));
    }
    boolean signup =
        UserLookup.byEmail(project, wish.email)
            .map(u -> u.get(StytchUserRows.PENDING))
            .orElse(true);
    String url = acceptUrls(call, wish.challenge, signup);
    Recipients.Recipient recipient =
        Recipients.loginOrCreate(
            project, Address.Kind.EMAIL, wish.email, call.get(UserFields.CREATE_AS_PENDING));
    mail(project, recipient, wish, url, signup);
    return call.ok(ids(recipient).put("user_created", recipient.created()));
  }

  private Response send(StytchCall call) {
    StytchProject project = call.project();
    Wish wish = Wish.of(call);
    if (Sandbox.isEmail(wish.email)) {
      return call.ok(sandbox());
    }
    Optional<StytchUser> chosen = UserLookup.selected(call);
    if (chosen.isPresent()) {
      Recipients.requireAddable(project, chosen.get(), Address.Kind.EMAIL, wish.email);
    } else {
      Recipients.existing(project, Address.Kind.EMAIL, wish.email);
    }
    boolean signup =
        chosen
            .or(() -> UserLookup.byEmail(project, wish.email))
            .map(u -> u.get(StytchUserRows.PENDING))
            .orElse(false);
    String url = acceptUrls(call, wish.challenge, signup);
    Recipients.Recipient recipient =
        chosen
            .map(user -> Recipients.added(project, user, Address.Kind.EMAIL, wish.email))
            .orElseGet(() -> Recipients.existing(project, Address.Kind.EMAIL, wish.email));
    mail(project, recipient, wish, url, signup);
    return call.ok(ids(recipient));
  }

  /** Judges both URLs and gives back the one that is needed. */
  private static String acceptUrls(StytchCall call, String challenge, boolean signup) {
    StytchProject project = call.project();
    Optional<String> login = call.find(LOGIN_URL);
    Optional<String> forSignup = call.find(SIGNUP_URL);
    RedirectRules used = signup ? RedirectRules.SIGNUP_LINK : RedirectRules.LOGIN_LINK;
    RedirectRules unused = signup ? RedirectRules.LOGIN_LINK : RedirectRules.SIGNUP_LINK;
    Optional<String> forUnused = signup ? login : forSignup;
    if (forUnused.isPresent()) {
      unused.accept(project, forUnused, challenge);
    }
    return used.accept(project, signup ? forSignup : login, challenge);
  }

  private static void mail(
      StytchProject project,
      Recipients.Recipient recipient,
      Wish wish,
      String url,
      boolean signup) {
    OneTimeCode<Link.Mailed> token =
        LinkTokens.issue(
            project,
            LinkTokens.MAGIC_LINK,
            signup ? wish.signupLife : wish.loginLife,
            new LinkTokens.Origin(
                recipient.user(), recipient.address(), wish.challenge, wish.attributes));
    project.supersede(recipient.address().id(), token);
    Messages.magicLink(
        project,
        recipient.address().value(),
        Links.withToken(url, "magic_links", token.value()),
        token.value(),
        signup);
  }

  private Response invite(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String email = Formats.email(body.get(UserFields.EMAIL));
    AddressLists.requireDeliverable(project, email);
    Formats.emailLocale(body);
    Duration life = LinkTokens.life(body, INVITE_EXPIRATION, INVITE_MINUTES);
    LinkTokens.requireDefaultTemplate(body, INVITE_TEMPLATE_ID);
    Attributes attributes = AttributeRules.sent(body);
    Map<String, Object> trusted = Metadata.trusted(Map.of(), body);
    Map<String, Object> untrusted = Metadata.untrusted(Map.of(), body);
    if (Sandbox.isEmail(email)) {
      return call.ok(sandbox());
    }
    AddressLists.requireWelcome(project, email);
    UserLookup.byEmail(project, email)
        .ifPresent(
            known -> {
              throw (known.get(StytchUserRows.INVITED)
                      ? StytchError.USER_ALREADY_INVITED
                      : StytchError.DUPLICATE_EMAIL)
                  .failure();
            });
    String url = RedirectRules.INVITE_LINK.accept(project, body.find(INVITE_URL), "");

    StytchUser user = project.newUser();
    user.set(StytchUserRows.PENDING, true);
    user.set(StytchUserRows.INVITED, true);
    body.find(PersonNames.NAME)
        .ifPresent(name -> user.name = PersonNames.changed(PersonName.NONE, name));
    user.set(StytchUserRows.TRUSTED_METADATA, trusted);
    user.set(StytchUserRows.UNTRUSTED_METADATA, untrusted);
    Address address = project.newAddress(Address.Kind.EMAIL, email, false);
    if (!project.users().add(user, List.of(address))) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    OneTimeCode<Link.Mailed> token =
        LinkTokens.issue(
            project,
            LinkTokens.MAGIC_LINK,
            life,
            new LinkTokens.Origin(user, address, "", attributes));
    Messages.invitation(
        project, email, Links.withToken(url, "magic_links", token.value()), token.value());
    return call.ok(Json.object().put("user_id", user.id()).put("email_id", address.id()));
  }

  /** The user who was only invited goes with the invitation (inferred). */
  private Response revokeInvite(StytchCall call) {
    String email = Formats.email(call.get(UserFields.EMAIL));
    if (Sandbox.isEmail(email)) {
      return call.ok();
    }
    StytchUser user =
        UserLookup.byEmail(call.project(), email)
            .filter(known -> known.get(StytchUserRows.INVITED))
            .orElseThrow(StytchError.EMAIL_NOT_FOUND::failure);
    call.project().remove(user);
    return call.ok();
  }

  private static ObjectNode ids(Recipients.Recipient recipient) {
    return Json.object()
        .put("user_id", recipient.user().id())
        .put("email_id", recipient.address().id());
  }

  private static ObjectNode sandbox() {
    return Json.object().put("user_id", Sandbox.USER_ID).put("email_id", Sandbox.EMAIL_ID);
  }
}
