package dev.keyway.emulator.internal.stytch.otp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.OutboxMessage.Channel;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AddressLists;
import dev.keyway.emulator.internal.stytch.rules.AttributeRules;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.LinkTokens;
import dev.keyway.emulator.internal.stytch.rules.Messages;
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
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /v1/otps}: codes by mail, SMS and WhatsApp. */
public final class OtpRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<BigDecimal> EXPIRATION_MINUTES = Bodies.whole("expiration_minutes");
  private static final Field<String> METHOD_ID = Field.text("method_id");
  private static final Field<String> SENT_CODE = Field.text("code");

  private static final CodeKind<SentCode> KIND = new CodeKind<>("otp");
  private static final int DIGITS = 6;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final int DEFAULT_MINUTES = 2;
  private static final int LONGEST_MINUTES = 10;

  @Inject
  OtpRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    for (Channel channel : Channel.values()) {
      String name = channel.name().toLowerCase(Locale.ROOT);
      book.on("stytch.otp." + name + "-login-or-create")
          .takes(body(channel).and(UserFields.CREATE_AS_PENDING))
          .fails(wishErrors(channel))
          .fails(channel == Channel.EMAIL ? AddressLists.SIGN_UP_ERRORS : Set.of())
          .answers(call -> loginOrCreate(call, channel));
      book.on("stytch.otp." + name + "-send")
          .takes(body(channel).and(UserLookup.SELECTION_FIELDS))
          .fails(wishErrors(channel))
          .fails(UserLookup.SELECTION_ERRORS)
          .fails(recipientErrors(channel))
          .fails(StytchError.TOO_MANY_UNVERIFIED_FACTORS)
          .answers(call -> send(call, channel));
    }
    book.on("stytch.otp.authenticate")
        .takes(
            ObjectType.of(
                    METHOD_ID.required(),
                    SENT_CODE.required(),
                    AttributeRules.ATTRIBUTES,
                    AttributeRules.OPTIONS)
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.INVALID_METHOD_ID,
            StytchError.INVALID_CODE,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.ATTRIBUTE_MISMATCH,
            StytchError.OTP_CODE_NOT_FOUND,
            StytchError.UNABLE_TO_AUTH_OTP_CODE)
        .fails(AttributeRules.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
  }

  private static Set<StytchError> wishErrors(Channel channel) {
    Set<StytchError> errors =
        channel == Channel.EMAIL
            ? EnumSet.of(StytchError.INVALID_EMAIL, StytchError.EMAIL_TEMPLATE_NOT_FOUND)
            : EnumSet.of(
                StytchError.INVALID_PHONE_NUMBER, StytchError.INVALID_PHONE_NUMBER_COUNTRY_CODE);
    errors.addAll(channel == Channel.EMAIL ? AddressLists.MAIL_ERRORS : AddressLists.TEXT_ERRORS);
    errors.add(StytchError.INVALID_LOCALE);
    errors.add(StytchError.INVALID_EXPIRATION_OTP);
    errors.addAll(AttributeRules.ERRORS);
    return errors;
  }

  private static Set<StytchError> recipientErrors(Channel channel) {
    return channel == Channel.EMAIL
        ? EnumSet.of(
            StytchError.EMAIL_NOT_FOUND,
            StytchError.DUPLICATE_EMAIL,
            StytchError.DUPLICATE_EMAIL_FOR_USER)
        : EnumSet.of(
            StytchError.PHONE_NUMBER_NOT_FOUND,
            StytchError.DUPLICATE_PHONE_NUMBER,
            StytchError.DUPLICATE_PHONE_NUMBER_FOR_USER);
  }

  private static ObjectType body(Channel channel) {
    ObjectType body =
        ObjectType.of(
            field(channel).required(),
            EXPIRATION_MINUTES,
            Formats.LOCALE,
            AttributeRules.ATTRIBUTES);
    return channel == Channel.EMAIL
        ? body.and(LinkTokens.LOGIN_TEMPLATE_ID, LinkTokens.SIGNUP_TEMPLATE_ID)
        : body;
  }

  /** How a code went out, and what is known of the browser that asked for it. */
  private record SentCode(Channel channel, Attributes attributes) {}

  /** What both ways to send a code ask for, in form. */
  private record Wish(String value, Duration life, Attributes attributes) {
    static Wish of(StytchCall call, Channel channel) {
      Values body = call.body();
      String value = body.get(field(channel));
      if (channel == Channel.EMAIL) {
        Formats.email(value);
        AddressLists.requireDeliverable(call.project(), value);
        Formats.emailLocale(body);
        LinkTokens.requireDefaultTemplate(
            body, LinkTokens.LOGIN_TEMPLATE_ID, LinkTokens.SIGNUP_TEMPLATE_ID);
      } else {
        Formats.reachableNumber(call.project(), value);
        AddressLists.requireReachable(call.project(), value);
        Formats.textLocale(body);
      }
      int minutes = call.whole(EXPIRATION_MINUTES).orElse(DEFAULT_MINUTES);
      if (minutes < 1 || minutes > LONGEST_MINUTES) {
        throw StytchError.INVALID_EXPIRATION_OTP.failure();
      }
      return new Wish(value, Duration.ofMinutes(minutes), AttributeRules.sent(body));
    }

    boolean isSandbox(Channel channel) {
      return channel == Channel.EMAIL ? Sandbox.isEmail(value) : Sandbox.isPhoneNumber(value);
    }
  }

  private Response loginOrCreate(StytchCall call, Channel channel) {
    Wish wish = Wish.of(call, channel);
    if (wish.isSandbox(channel)) {
      return call.ok(sandbox(channel).put("user_created", false));
    }
    Recipients.Recipient recipient =
        Recipients.loginOrCreate(
            call.project(), kind(channel), wish.value, call.get(UserFields.CREATE_AS_PENDING));
    deliver(call, channel, wish, recipient);
    return call.ok(ids(channel, recipient).put("user_created", recipient.created()));
  }

  private Response send(StytchCall call, Channel channel) {
    Wish wish = Wish.of(call, channel);
    if (wish.isSandbox(channel)) {
      return call.ok(sandbox(channel));
    }
    StytchProject project = call.project();
    Optional<StytchUser> chosen = UserLookup.selected(call);
    Recipients.Recipient recipient;
    if (chosen.isPresent()) {
      Recipients.requireAddable(project, chosen.get(), kind(channel), wish.value);
      recipient = Recipients.added(project, chosen.get(), kind(channel), wish.value);
    } else {
      recipient = Recipients.existing(project, kind(channel), wish.value);
    }
    deliver(call, channel, wish, recipient);
    return call.ok(ids(channel, recipient));
  }

  private static void deliver(
      StytchCall call, Channel channel, Wish wish, Recipients.Recipient recipient) {
    StytchProject project = call.project();
    String digits = call.random().digits(DIGITS);
    OneTimeCode<SentCode> code =
        project
            .codes()
            .issue(
                KIND,
                value(recipient.address().id(), digits),
                wish.life,
                new SentCode(channel, wish.attributes));
    project.supersede(recipient.address().id(), code);
    Messages.code(project, channel, recipient.address().value(), digits);
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    String methodId = call.get(METHOD_ID);
    if (!Formats.isId("email", methodId) && !Formats.isId("phone-number", methodId)) {
      throw StytchError.INVALID_METHOD_ID.failure();
    }
    String digits = call.get(SENT_CODE);
    if (!CODE.matcher(digits).matches()) {
      throw StytchError.INVALID_CODE.failure();
    }
    if (methodId.equals(Sandbox.EMAIL_ID) || methodId.equals(Sandbox.PHONE_ID)) {
      return authenticateSandbox(call, methodId, digits);
    }
    Attributes attributes = AttributeRules.sent(call.body());
    SessionInput input = SessionInput.of(call);
    StytchUser user =
        project
            .users()
            .byAddressId(methodId)
            .orElseThrow(
                () ->
                    StytchError.OTP_CODE_NOT_FOUND
                        .failure()
                        .because("No user has an address or number with this method_id."));
    Address address = user.address(methodId).orElseThrow(StytchError.OTP_CODE_NOT_FOUND::failure);
    UserLocks.requireUnlocked(project, user);
    OneTimeCode<SentCode> code =
        project
            .codes()
            .find(KIND, value(methodId, digits))
            .orElseThrow(
                () ->
                    UserLocks.failed(project, user, StytchError.OTP_CODE_NOT_FOUND)
                        .because("This code was never sent there: the digits are wrong."));
    if (code.spent() || code.expiredAt(call.now())) {
      throw UserLocks.failed(project, user, StytchError.UNABLE_TO_AUTH_OTP_CODE)
          .because(code.whyUnusable(call.now()));
    }
    AttributeRules.requireMatch(
        attributes, code.facts().attributes(), call.find(AttributeRules.OPTIONS));
    if (!code.spend()) {
      throw StytchError.UNABLE_TO_AUTH_OTP_CODE.failure();
    }
    boolean resetSessions = Recipients.proved(project, user, address, input);
    String delivery = code.facts().channel().name().toLowerCase(Locale.ROOT);
    Factor factor = Factor.code(address, delivery, call.now());
    ObjectNode json = SignIns.complete(project, user, factor, input, attributes);
    return call.ok(json.put("method_id", methodId).put("reset_sessions", resetSessions));
  }

  private static Response authenticateSandbox(StytchCall call, String methodId, String digits) {
    if (!digits.equals(Sandbox.CODE)) {
      throw StytchError.OTP_CODE_NOT_FOUND.failure();
    }
    Factor factor =
        methodId.equals(Sandbox.EMAIL_ID)
            ? Factor.code(Sandbox.email(), "email", call.now())
            : Factor.code(Sandbox.phone(), "sms", call.now());
    return call.ok(
        Sandbox.signIn(call, factor).put("method_id", methodId).put("reset_sessions", false));
  }

  /** A code is worth nothing without what it was sent to. */
  private static String value(String methodId, String digits) {
    return methodId + "/" + digits;
  }

  private static Address.Kind kind(Channel channel) {
    return channel == Channel.EMAIL ? Address.Kind.EMAIL : Address.Kind.PHONE;
  }

  private static Field<String> field(Channel channel) {
    return channel == Channel.EMAIL ? UserFields.EMAIL : UserFields.PHONE_NUMBER;
  }

  private static String idField(Channel channel) {
    return channel == Channel.EMAIL ? "email_id" : "phone_id";
  }

  private static ObjectNode ids(Channel channel, Recipients.Recipient recipient) {
    return Json.object()
        .put("user_id", recipient.user().id())
        .put(idField(channel), recipient.address().id());
  }

  private static ObjectNode sandbox(Channel channel) {
    return Json.object()
        .put("user_id", Sandbox.USER_ID)
        .put(idField(channel), channel == Channel.EMAIL ? Sandbox.EMAIL_ID : Sandbox.PHONE_ID);
  }
}
