package dev.keyway.emulator.internal.stytch.password;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Password;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AddressLists;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Metadata;
import dev.keyway.emulator.internal.stytch.rules.PasswordStrength;
import dev.keyway.emulator.internal.stytch.rules.Passwords;
import dev.keyway.emulator.internal.stytch.rules.PersonNames;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserChanges;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.PersonName;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/passwords}, except resets. */
public final class PasswordRoutes implements RouteArea<StytchRouteBook> {
  static final Field<String> PASSWORD = Field.text("password");

  private static final Field<Boolean> SET_EMAIL_VERIFIED =
      Field.flag("set_email_verified").optional(false);
  private static final Field<Boolean> SET_PHONE_NUMBER_VERIFIED =
      Field.flag("set_phone_number_verified").optional(false);

  private final PasswordStrength strength;

  @Inject
  PasswordRoutes(PasswordStrength strength) {
    this.strength = strength;
  }

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.password.create")
        .takes(
            ObjectType.of(
                    UserFields.EMAIL.required(),
                    PASSWORD.required(),
                    SessionInput.DURATION_MINUTES,
                    SessionInput.CUSTOM_CLAIMS,
                    SessionInput.TELEMETRY_ID,
                    PersonNames.NAME)
                .and(Metadata.FIELDS)
                // Not documented here, and taken all the same (inferred).
                .and(SessionInput.SESSION_TOKEN, SessionInput.SESSION_JWT))
        .fails(StytchError.INVALID_EMAIL, StytchError.DUPLICATE_EMAIL)
        .fails(AddressLists.SIGN_UP_ERRORS)
        .fails(PasswordStrength.ERRORS)
        .fails(Metadata.ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::create);
    book.on("stytch.password.authenticate")
        .takes(
            ObjectType.of(UserFields.EMAIL.required(), PASSWORD.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.EMAIL_NOT_FOUND,
            StytchError.USER_LOCK_LIMIT_REACHED,
            StytchError.RESET_PASSWORD,
            StytchError.NO_USER_PASSWORD)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
    book.on("stytch.password.strength-check")
        .takes(PASSWORD.required(), UserFields.EMAIL)
        .fails(StytchError.INVALID_EMAIL)
        .answers(this::checkStrength);
    book.on("stytch.password.migrate")
        .takes(
            ObjectType.of(UserFields.EMAIL.required())
                .and(HashImport.FIELDS)
                .and(SET_EMAIL_VERIFIED, SET_PHONE_NUMBER_VERIFIED)
                .and(UserFields.PHONE_NUMBER, UserFields.EXTERNAL_ID, UserFields.ROLES)
                .and(PersonNames.NAME)
                .and(Metadata.FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_PHONE_NUMBER,
            StytchError.INVALID_EXTERNAL_ID,
            StytchError.DUPLICATE_PHONE_NUMBER,
            StytchError.DUPLICATE_USER_EXTERNAL_ID,
            StytchError.INVALID_RBAC_ROLE_ASSIGNMENT,
            StytchError.PASSWORD_ALREADY_EXISTS)
        .fails(HashImport.ERRORS)
        .fails(Metadata.ERRORS)
        .answers(this::migrate);
  }

  private Response create(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String email = Formats.email(body.get(UserFields.EMAIL));
    if (Sandbox.isEmail(email)) {
      Factor factor = Factor.password(Sandbox.email(), call.now());
      return call.ok(Sandbox.signIn(call, factor).put("email_id", Sandbox.EMAIL_ID));
    }
    SessionInput input = SessionInput.of(call);
    Map<String, Object> trusted = Metadata.trusted(Map.of(), body);
    Map<String, Object> untrusted = Metadata.untrusted(Map.of(), body);
    AddressLists.requireWelcome(project, email);
    if (UserLookup.byEmail(project, email).isPresent()) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    strength.require(project, body.get(PASSWORD));

    StytchUser user = project.newUser();
    body.find(PersonNames.NAME)
        .ifPresent(name -> user.name = PersonNames.changed(PersonName.NONE, name));
    user.set(StytchUserRows.TRUSTED_METADATA, trusted);
    user.set(StytchUserRows.UNTRUSTED_METADATA, untrusted);
    Address address = project.newAddress(Address.Kind.EMAIL, email, false);
    if (!project.users().add(user, List.of(address))) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    Passwords.set(project, user, body.get(PASSWORD));
    Factor factor = Factor.password(address, call.now());
    ObjectNode json = SignIns.complete(project, user, factor, input, Attributes.NONE);
    return call.ok(json.put("email_id", address.id()));
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    String email = Formats.email(call.get(UserFields.EMAIL));
    if (Sandbox.isEmail(email)) {
      return call.ok(Sandbox.signIn(call, Factor.password(Sandbox.email(), call.now())));
    }
    SessionInput input = SessionInput.of(call);
    StytchUser user =
        UserLookup.byEmail(project, email).orElseThrow(StytchError.EMAIL_NOT_FOUND::failure);
    UserLocks.requireUnlocked(project, user);
    String attempt = call.get(PASSWORD);
    Password password = Passwords.check(project, user, attempt);
    if (password.resetRequired() || strength.breached(project, attempt)) {
      throw StytchError.RESET_PASSWORD.failure();
    }
    Address address = UserLookup.address(user, Address.Kind.EMAIL, email);
    Factor factor = Factor.password(address, call.now());
    return call.ok(SignIns.complete(project, user, factor, input, Attributes.NONE));
  }

  private Response checkStrength(StytchCall call) {
    Optional<String> email = call.find(UserFields.EMAIL);
    email.ifPresent(Formats::email);
    return call.ok(strength.report(call.project(), call.get(PASSWORD), email.isPresent()));
  }

  private Response migrate(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String email = Formats.email(body.get(UserFields.EMAIL));
    Optional<String> phone = body.find(UserFields.PHONE_NUMBER).map(Formats::phoneNumber);
    Optional<String> externalId = body.find(UserFields.EXTERNAL_ID).map(Formats::externalId);
    PasswordHash hash = project.imported(HashImport.read(body));
    List<String> roles = UserChanges.roles(project, body.find(UserFields.ROLES).orElse(List.of()));
    Optional<StytchUser> known = UserLookup.byEmail(project, email);
    Map<String, Object> trusted =
        Metadata.trusted(
            known.map(u -> u.get(StytchUserRows.TRUSTED_METADATA)).orElse(Map.of()), body);
    Map<String, Object> untrusted =
        Metadata.untrusted(
            known.map(u -> u.get(StytchUserRows.UNTRUSTED_METADATA)).orElse(Map.of()), body);
    if (known.flatMap(StytchUser::password).isPresent()) {
      throw StytchError.PASSWORD_ALREADY_EXISTS.failure();
    }
    phone.ifPresent(number -> UserChanges.requireFreeNumber(project, number, known));
    if (known.isEmpty()) {
      externalId.ifPresent(id -> UserChanges.requireFreeExternalId(project, id));
    }

    StytchUser user = known.orElseGet(() -> newUser(project, email, externalId));
    body.find(PersonNames.NAME).ifPresent(name -> user.name = PersonNames.changed(user.name, name));
    user.set(StytchUserRows.TRUSTED_METADATA, trusted);
    user.set(StytchUserRows.UNTRUSTED_METADATA, untrusted);
    if (body.find(UserFields.ROLES).isPresent()) {
      user.set(StytchUserRows.ROLES, roles);
    }
    Address address = UserLookup.address(user, Address.Kind.EMAIL, email);
    if (body.get(SET_EMAIL_VERIFIED)) {
      address.verified(true);
    }
    phone.ifPresent(
        number -> addNumber(project, user, number, body.get(SET_PHONE_NUMBER_VERIFIED)));
    Passwords.set(project, user, hash);
    ObjectNode json =
        Json.object()
            .put("user_id", user.id())
            .put("email_id", address.id())
            .put("user_created", known.isEmpty());
    json.set("user", UserView.of(project, user));
    return call.ok(json);
  }

  private static StytchUser newUser(
      StytchProject project, String email, Optional<String> externalId) {
    StytchUser user = project.newUser();
    Address address = project.newAddress(Address.Kind.EMAIL, email, false);
    if (!project.users().add(user, List.of(address))) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    externalId.ifPresent(id -> UserChanges.externalId(project, user, id));
    return user;
  }

  private static void addNumber(
      StytchProject project, StytchUser user, String number, boolean verified) {
    Optional<Address> present = user.address(Address.Kind.PHONE, number);
    if (present.isEmpty()) {
      project.users().addAddress(user, project.newAddress(Address.Kind.PHONE, number, verified));
    } else if (verified) {
      present.get().verified(true);
    }
  }
}
