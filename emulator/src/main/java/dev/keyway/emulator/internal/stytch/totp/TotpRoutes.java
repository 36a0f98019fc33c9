package dev.keyway.emulator.internal.stytch.totp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.TotpRegistration;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import dev.keyway.emulator.internal.totp.OtpauthUri;
import dev.keyway.emulator.internal.totp.QrPng;
import dev.keyway.emulator.internal.totp.RecoveryCodes;
import dev.keyway.emulator.internal.totp.Totp;
import dev.keyway.emulator.internal.totp.TotpKey;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;

/** {@code /v1/totps}. */
public final class TotpRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<BigDecimal> EXPIRATION_MINUTES = Bodies.whole("expiration_minutes");
  private static final Field<String> TOTP_CODE = Field.text("totp_code");
  private static final Field<String> RECOVERY_CODE = Field.text("recovery_code");

  /** The code before and the code after the present one are accepted. */
  private static final Totp TOTP = Totp.rfc6238(1);

  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 1440;
  private static final int QR_PIXELS = 200;

  @Inject
  TotpRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.totp.create")
        .takes(UserFields.USER_ID.required(), EXPIRATION_MINUTES)
        .fails(
            StytchError.INVALID_EXPIRATION,
            StytchError.ACTIVE_TOTP_EXISTS,
            StytchError.PENDING_TOTP_EXISTS)
        .fails(UserLookup.ERRORS)
        .answers(this::create);
    book.on("stytch.totp.authenticate")
        .takes(
            ObjectType.of(UserFields.USER_ID.required(), TOTP_CODE.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.TOTPS_NOT_FOUND_FOR_USER,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.INVALID_TOTP_CODE,
            StytchError.UNABLE_TO_AUTHENTICATE_TOTP,
            StytchError.EXPIRED_TOTP,
            StytchError.TOTP_CODE_ALREADY_AUTHENTICATED,
            StytchError.RECOVERY_CODE_USED_AS_TOTP_CODE)
        .fails(UserLookup.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
    book.on("stytch.totp.recovery-codes")
        .takes(UserFields.USER_ID.required())
        .fails(StytchError.TOTPS_NOT_FOUND_FOR_USER)
        .fails(UserLookup.ERRORS)
        .answers(this::recoveryCodes);
    book.on("stytch.totp.recover")
        .takes(
            ObjectType.of(UserFields.USER_ID.required(), RECOVERY_CODE.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.TOTPS_NOT_FOUND_FOR_USER,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.TOTP_CODE_USED_AS_RECOVERY_CODE,
            StytchError.INVALID_RECOVERY_CODE,
            StytchError.UNABLE_TO_AUTHENTICATE_RECOVERY_CODE)
        .fails(UserLookup.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::recover);
  }

  private Response create(StytchCall call) {
    StytchProject project = call.project();
    String userId = Formats.userId(call.get(UserFields.USER_ID));
    int minutes = call.whole(EXPIRATION_MINUTES).orElse(LONGEST_MINUTES);
    if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) {
      throw StytchError.INVALID_EXPIRATION.failure();
    }
    StytchUser user = UserLookup.require(project, userId);
    user.totp()
        .ifPresent(
            present -> {
              if (present.verified()) {
                throw StytchError.ACTIVE_TOTP_EXISTS.failure();
              }
              if (!present.expiredAt(call.now())) {
                throw StytchError.PENDING_TOTP_EXISTS.failure();
              }
              project.handles().release(UserIndex.Kind.TOTP, present.id());
            });
    TotpRegistration totp =
        new TotpRegistration(
            "totp-test-" + call.random().uuid(),
            false,
            TotpKey.generate(call.random().source()),
            RecoveryCodes.generate(call.random().source()),
            "totp-recovery-code-test-" + call.random().uuid(),
            call.now().plus(Duration.ofMinutes(minutes)),
            -1);
    user.totp = totp;
    project.handles().claim(UserIndex.Kind.TOTP, totp.id(), user);

    String issuer = project.settings().displayName();
    String uri = OtpauthUri.of(issuer, user.label(), totp.key()).uri().toString();
    ObjectNode json =
        Json.object()
            .put("totp_id", totp.id())
            .put("user_id", user.id())
            .put("secret", totp.key().base32())
            // The blank is the vendor's.
            .put("qr_code", QrPng.dataUri(uri, QR_PIXELS).replace("base64,", "base64, "));
    json.set("recovery_codes", codes(totp));
    json.set("user", UserView.of(project, user));
    return call.ok(json);
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    String userId = Formats.userId(call.get(UserFields.USER_ID));
    String code = call.get(TOTP_CODE);
    if (RecoveryCodes.wellFormed(code)) {
      throw StytchError.RECOVERY_CODE_USED_AS_TOTP_CODE.failure();
    }
    if (!TOTP.wellFormed(code)) {
      throw StytchError.INVALID_TOTP_CODE.failure();
    }
    if (userId.equals(Sandbox.USER_ID) && code.equals(Sandbox.CODE)) {
      return call.ok(
          Sandbox.signIn(call, Factor.totp(Sandbox.TOTP_ID, call.now()))
              .put("totp_id", Sandbox.TOTP_ID));
    }
    SessionInput input = SessionInput.of(call);
    StytchUser user = UserLookup.require(project, userId);
    UserLocks.requireUnlocked(project, user);
    TotpRegistration totp = user.totp().orElseThrow(StytchError.TOTPS_NOT_FOUND_FOR_USER::failure);
    if (totp.expiredAt(call.now())) {
      throw StytchError.EXPIRED_TOTP.failure();
    }
    OptionalLong step = TOTP.match(totp.key(), code, call.now());
    if (step.isEmpty()) {
      throw UserLocks.failed(project, user, StytchError.UNABLE_TO_AUTHENTICATE_TOTP);
    }
    if (step.getAsLong() <= totp.lastStep()) {
      throw UserLocks.failed(project, user, StytchError.TOTP_CODE_ALREADY_AUTHENTICATED);
    }
    user.totp = totp.used(step.getAsLong());
    Factor factor = Factor.totp(totp.id(), call.now());
    ObjectNode json = SignIns.complete(project, user, factor, input, Attributes.NONE);
    return call.ok(json.put("totp_id", totp.id()));
  }

  private Response recoveryCodes(StytchCall call) {
    StytchUser user = UserLookup.require(call.project(), call.get(UserFields.USER_ID));
    TotpRegistration totp = user.totp().orElseThrow(StytchError.TOTPS_NOT_FOUND_FOR_USER::failure);
    ObjectNode json = Json.object().put("user_id", user.id());
    json.putArray("totps")
        .addObject()
        .put("totp_id", totp.id())
        .put("verified", totp.verified())
        .set("recovery_codes", codes(totp));
    return call.ok(json);
  }

  private Response recover(StytchCall call) {
    StytchProject project = call.project();
    String userId = Formats.userId(call.get(UserFields.USER_ID));
    String code = call.get(RECOVERY_CODE);
    if (TOTP.wellFormed(code)) {
      throw StytchError.TOTP_CODE_USED_AS_RECOVERY_CODE.failure();
    }
    if (!RecoveryCodes.wellFormed(code)) {
      throw StytchError.INVALID_RECOVERY_CODE.failure();
    }
    if (userId.equals(Sandbox.USER_ID) && code.equals(Sandbox.RECOVERY_CODE)) {
      return call.ok(
          Sandbox.signIn(call, Factor.recoveryCode(Sandbox.TOTP_ID, call.now()))
              .put("totp_id", Sandbox.TOTP_ID));
    }
    SessionInput input = SessionInput.of(call);
    StytchUser user = UserLookup.require(project, userId);
    UserLocks.requireUnlocked(project, user);
    TotpRegistration totp =
        user.totp()
            // Inferred: codes of a TOTP that was never confirmed prove nothing.
            .filter(TotpRegistration::verified)
            .orElseThrow(StytchError.TOTPS_NOT_FOUND_FOR_USER::failure);
    RecoveryCodes left =
        totp.recoveryCodes()
            .spend(code)
            .orElseThrow(
                () ->
                    UserLocks.failed(
                        project, user, StytchError.UNABLE_TO_AUTHENTICATE_RECOVERY_CODE));
    user.totp = totp.with(left);
    Factor factor = Factor.recoveryCode(totp.recoveryId(), call.now());
    ObjectNode json = SignIns.complete(project, user, factor, input, Attributes.NONE);
    return call.ok(json.put("totp_id", totp.id()));
  }

  private static ArrayNode codes(TotpRegistration totp) {
    ArrayNode codes = Json.array();
    totp.recoveryCodes().unused().forEach(codes::add);
    return codes;
  }
}
