package dev.keyway.emulator.internal.stytch.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AddressLists;
import dev.keyway.emulator.internal.stytch.rules.AttributeRules;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Metadata;
import dev.keyway.emulator.internal.stytch.rules.PersonNames;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.UserChanges;
import dev.keyway.emulator.internal.stytch.rules.UserFields;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.PersonName;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /v1/users}, except search and the removal of factors. */
public final class UserRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> EMAIL_ADDRESS = Field.text("email_address");

  /** What an update must not name, whatever its value is. */
  private static final List<Field<JsonNode>> FACTORS =
      Stream.of("email", "emails", "phone_number", "phone_numbers").map(Field::any).toList();

  @Inject
  UserRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.user.create")
        .takes(
            ObjectType.of(
                    UserFields.EMAIL,
                    UserFields.PHONE_NUMBER,
                    UserFields.EXTERNAL_ID,
                    UserFields.CREATE_AS_PENDING,
                    UserFields.ROLES,
                    PersonNames.NAME,
                    AttributeRules.ATTRIBUTES)
                .and(Metadata.FIELDS))
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_PHONE_NUMBER,
            StytchError.INVALID_EXTERNAL_ID,
            StytchError.INVALID_CREATE_USER_REQUEST,
            StytchError.DUPLICATE_EMAIL,
            StytchError.DUPLICATE_PHONE_NUMBER,
            StytchError.DUPLICATE_USER_EXTERNAL_ID,
            StytchError.INVALID_RBAC_ROLE_ASSIGNMENT)
        .fails(AttributeRules.ERRORS)
        .fails(Metadata.ERRORS)
        .fails(AddressLists.SIGN_UP_ERRORS)
        .answers(this::create);
    book.on("stytch.user.get").fails(UserLookup.ERRORS).answers(this::get);
    book.on("stytch.user.update")
        .takes(
            ObjectType.of(UserFields.EXTERNAL_ID, UserFields.ROLES)
                .and(FACTORS)
                .and(PersonNames.NAME, AttributeRules.ATTRIBUTES)
                .and(Metadata.FIELDS))
        .fails(
            StytchError.INVALID_EXTERNAL_ID,
            StytchError.DUPLICATE_USER_EXTERNAL_ID,
            StytchError.INVALID_RBAC_ROLE_ASSIGNMENT,
            StytchError.UPDATE_USER_AUTH_METHOD_NOT_ALLOWED)
        .fails(AttributeRules.ERRORS)
        .fails(Metadata.ERRORS)
        .fails(UserLookup.ERRORS)
        .answers(this::update);
    book.on("stytch.user.delete").fails(UserLookup.ERRORS).answers(this::delete);
    book.on("stytch.user.exchange-primary-factor")
        .takes(EMAIL_ADDRESS, UserFields.PHONE_NUMBER)
        .fails(
            StytchError.INVALID_EMAIL,
            StytchError.INVALID_PHONE_NUMBER,
            StytchError.DUPLICATE_EMAIL,
            StytchError.DUPLICATE_PHONE_NUMBER,
            StytchError.INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS,
            StytchError.INVALID_EXCHANGE_PRIMARY_FACTOR_USER)
        .fails(UserLookup.ERRORS)
        .answers(this::exchangePrimaryFactor);
    book.on("stytch.user.delete-external-id")
        .fails(UserLookup.ERRORS)
        .answers(this::deleteExternalId);
  }

  private Response create(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    Optional<String> email = body.find(UserFields.EMAIL).map(Formats::email);
    Optional<String> phone = body.find(UserFields.PHONE_NUMBER).map(Formats::phoneNumber);
    if (email.isEmpty() && phone.isEmpty()) {
      throw StytchError.INVALID_CREATE_USER_REQUEST.failure();
    }
    Optional<String> externalId = body.find(UserFields.EXTERNAL_ID).map(Formats::externalId);
    AttributeRules.sent(body);
    Map<String, Object> trusted = Metadata.trusted(Map.of(), body);
    Map<String, Object> untrusted = Metadata.untrusted(Map.of(), body);
    List<String> roles = UserChanges.roles(project, body.find(UserFields.ROLES).orElse(List.of()));
    if (email.filter(Sandbox::isEmail).isPresent()
        || phone.filter(Sandbox::isPhoneNumber).isPresent()) {
      return created(call, Sandbox.user(), email, phone);
    }
    email.ifPresent(value -> AddressLists.requireWelcome(project, value));
    if (email.flatMap(value -> UserLookup.byEmail(project, value)).isPresent()) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    phone.ifPresent(number -> UserChanges.requireFreeNumber(project, number, Optional.empty()));
    externalId.ifPresent(id -> UserChanges.requireFreeExternalId(project, id));

    StytchUser user = project.newUser();
    user.set(StytchUserRows.PENDING, body.get(UserFields.CREATE_AS_PENDING));
    body.find(PersonNames.NAME)
        .ifPresent(name -> user.name = PersonNames.changed(PersonName.NONE, name));
    user.set(StytchUserRows.TRUSTED_METADATA, trusted);
    user.set(StytchUserRows.UNTRUSTED_METADATA, untrusted);
    user.set(StytchUserRows.ROLES, roles);
    List<Address> addresses = new ArrayList<>();
    email.ifPresent(value -> addresses.add(project.newAddress(Address.Kind.EMAIL, value, false)));
    phone.ifPresent(value -> addresses.add(project.newAddress(Address.Kind.PHONE, value, false)));
    if (!project.users().add(user, addresses)) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    externalId.ifPresent(id -> UserChanges.externalId(project, user, id));
    return created(call, user, email, phone);
  }

  private static Response created(
      StytchCall call, StytchUser user, Optional<String> email, Optional<String> phone) {
    String emailId =
        email.flatMap(v -> user.address(Address.Kind.EMAIL, v)).map(Address::id).orElse("");
    String phoneId =
        phone.flatMap(v -> user.address(Address.Kind.PHONE, v)).map(Address::id).orElse("");
    ObjectNode json =
        Json.object()
            .put("user_id", user.id())
            .put("email_id", emailId)
            .put("phone_id", phoneId)
            .put("status", UserView.status(user));
    json.set("user", UserView.of(call.project(), user));
    // The one route of the whole service whose success is not 200.
    return call.response(201, json);
  }

  private Response get(StytchCall call) {
    StytchUser user = UserLookup.require(call.project(), call.path("user_id"));
    return call.ok(UserView.of(call.project(), user));
  }

  private Response update(StytchCall call) {
    StytchProject project = call.project();
    Values body = call.body();
    String userId = Formats.userId(call.path("user_id"));
    if (FACTORS.stream().anyMatch(factor -> body.find(factor).isPresent())) {
      throw StytchError.UPDATE_USER_AUTH_METHOD_NOT_ALLOWED.failure();
    }
    Optional<String> externalId = body.find(UserFields.EXTERNAL_ID).map(Formats::externalId);
    AttributeRules.sent(body);
    Optional<List<String>> roles =
        body.find(UserFields.ROLES).map(asked -> UserChanges.roles(project, asked));
    StytchUser user = UserLookup.require(project, userId);
    Map<String, Object> trusted = Metadata.trusted(user.get(StytchUserRows.TRUSTED_METADATA), body);
    Map<String, Object> untrusted =
        Metadata.untrusted(user.get(StytchUserRows.UNTRUSTED_METADATA), body);

    externalId.ifPresent(id -> UserChanges.externalId(project, user, id));
    body.find(PersonNames.NAME).ifPresent(name -> user.name = PersonNames.changed(user.name, name));
    user.set(StytchUserRows.TRUSTED_METADATA, trusted);
    user.set(StytchUserRows.UNTRUSTED_METADATA, untrusted);
    roles.ifPresent(given -> user.set(StytchUserRows.ROLES, given));
    ObjectNode json = Json.object().put("user_id", user.id());
    json.set("emails", UserView.emails(user));
    json.set("phone_numbers", UserView.phoneNumbers(user));
    json.set("crypto_wallets", UserView.wallets(user));
    json.set("user", UserView.of(project, user));
    return call.ok(json);
  }

  private Response delete(StytchCall call) {
    StytchUser user = UserLookup.require(call.project(), call.path("user_id"));
    call.project().remove(user);
    return call.ok(Json.object().put("user_id", user.id()));
  }

  private Response exchangePrimaryFactor(StytchCall call) {
    StytchProject project = call.project();
    Optional<String> email = call.find(EMAIL_ADDRESS).map(Formats::email);
    Optional<String> phone = call.find(UserFields.PHONE_NUMBER).map(Formats::phoneNumber);
    if (email.isPresent() == phone.isPresent()) {
      throw StytchError.INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS.failure();
    }
    StytchUser user = UserLookup.require(project, call.path("user_id"));
    if (user.factorCount() != 1 || user.addresses().size() != 1) {
      throw StytchError.INVALID_EXCHANGE_PRIMARY_FACTOR_USER.failure();
    }
    Address.Kind kind = email.isPresent() ? Address.Kind.EMAIL : Address.Kind.PHONE;
    String value = email.or(() -> phone).orElseThrow();
    Address old = user.addresses().get(0);
    if (project.users().byIdentity(kind, value).filter(owner -> owner != user).isPresent()) {
      throw (kind == Address.Kind.EMAIL
              ? StytchError.DUPLICATE_EMAIL
              : StytchError.DUPLICATE_PHONE_NUMBER)
          .failure();
    }
    project.users().removeAddress(user, old);
    project.users().addAddress(user, project.newAddress(kind, value, false));
    return call.ok(withUser(project, user));
  }

  private Response deleteExternalId(StytchCall call) {
    StytchUser user = UserLookup.require(call.project(), call.path("user_id"));
    UserChanges.dropExternalId(call.project(), user);
    return call.ok(withUser(call.project(), user));
  }

  static ObjectNode withUser(StytchProject project, StytchUser user) {
    ObjectNode json = Json.object().put("user_id", user.id());
    json.set("user", UserView.of(project, user));
    return json;
  }
}
