package dev.keyway.emulator.internal.stackauth.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.Form;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthEndpoint;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.Validation;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /contact-channels}: the addresses of users. */
public final class ContactChannelRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> USER_ID = Fields.userId("user_id");
  private static final Field<String> CHANNEL_ID = Fields.uuid("contact_channel_id");
  private static final Field<String> NEW_VALUE = Fields.email("value");
  private static final Field<String> VALUE = Field.text("value");
  private static final Field<String> TYPE = Field.choice("type", "email");
  private static final Field<Boolean> USED_FOR_AUTH = Field.flag("used_for_auth");
  private static final Field<Boolean> PRIMARY = Field.flag("is_primary");
  private static final Field<Boolean> VERIFIED = Field.flag("is_verified");

  private static final ObjectType CREATION =
      ObjectType.of(
          USER_ID.required(),
          NEW_VALUE.required(),
          TYPE.required(),
          USED_FOR_AUTH.required(),
          PRIMARY);

  private static final ObjectType CHANGE = ObjectType.of(VALUE, TYPE, USED_FOR_AUTH, PRIMARY);

  @Inject
  ContactChannelRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.contact-channel.list")
        .asks(USER_ID, CHANNEL_ID)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.contact-channel.create")
        .asks()
        .takes(CREATION, AccessType.CLIENT)
        .takes(CREATION.and(VERIFIED), AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE)
        .answers(this::create);
    book.on("stackauth.contact-channel.get")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::read);
    book.on("stackauth.contact-channel.update")
        .asks()
        .takes(CHANGE, AccessType.CLIENT)
        .takes(CHANGE.and(VERIFIED), AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE)
        .answers(this::update);
    book.on("stackauth.contact-channel.delete")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::delete);
  }

  private Response list(StackAuthCall call) {
    Optional<String> named = call.parameter(USER_ID);
    requireOwn(call, named.orElse(null), "list");
    StackAuthProject project = call.project();
    Optional<String> userId = named.map(call::userId);
    Stream<StackAuthUser> users =
        userId.isPresent()
            ? project.users().byId(userId.get()).stream()
            : project.users().all().stream();
    record Owned(StackAuthUser user, Address channel) {}
    return StackAuthResponses.list(
        users
            .flatMap(
                user ->
                    user.addresses(Address.Kind.EMAIL).stream()
                        .map(channel -> new Owned(user, channel)))
            .filter(
                owned ->
                    call.parameter(CHANNEL_ID)
                        .map(owned.channel().id()::equalsIgnoreCase)
                        .orElse(true))
            .sorted(Comparator.comparing(owned -> owned.channel().createdAt()))
            .map(owned -> ContactChannelView.of(owned.user(), owned.channel()))
            .toList());
  }

  private Response create(StackAuthCall call) {
    requireOwn(call, call.get(USER_ID), "create");
    StackAuthProject project = call.project();
    StackAuthUser user =
        project
            .users()
            .byId(call.userId(call.get(USER_ID)))
            .orElseThrow(KnownError.USER_NOT_FOUND::failure);
    Address channel =
        Emails.channel(project, call.get(NEW_VALUE), call.isSet(VERIFIED), call.get(USED_FOR_AUTH));
    if (user.address(Address.Kind.EMAIL, channel.value()).isPresent()) {
      throw StackAuthFailure.text(400, "Contact channel already exists");
    }
    if (!project.users().addAddress(user, channel)) {
      throw taken(channel.value());
    }
    if (call.isSet(PRIMARY)) {
      user.primaryEmailId = channel.id();
    }
    return StackAuthResponses.created(ContactChannelView.of(user, channel));
  }

  private Response read(StackAuthCall call) {
    requireOwn(call, call.path("user_id"), "read");
    StackAuthUser user = owner(call).orElseThrow(() -> missing(404, "Contact channel not found."));
    Address channel =
        user.address(call.path("id")).orElseThrow(() -> missing(404, "Contact channel not found."));
    return StackAuthResponses.ok(ContactChannelView.of(user, channel));
  }

  private Response update(StackAuthCall call) {
    requireOwn(call, call.path("user_id"), "update");
    StackAuthUser user = owner(call).orElseThrow(() -> missing(400, "Contact channel not found"));
    Address channel =
        user.address(call.path("id")).orElseThrow(() -> missing(400, "Contact channel not found"));
    // Only together with its type is a value looked at and normalised; so it is in the service.
    boolean typed = call.has(TYPE);
    Optional<String> value = call.find(VALUE).map(text -> typed ? Emails.normalized(text) : text);
    if (typed) {
      requireEmail(call);
    }
    apply(call, user, channel, value);
    return StackAuthResponses.ok(ContactChannelView.of(user, channel));
  }

  private static void requireEmail(StackAuthCall call) {
    boolean wrong = call.find(VALUE).filter(text -> !Form.EMAIL.accepts(text)).isPresent();
    if (wrong) {
      String problem = Validation.sentence("body." + VALUE.name(), Form.EMAIL);
      throw StackAuthEndpoint.schemaError(call.request(), List.of(problem));
    }
  }

  private static void apply(
      StackAuthCall call, StackAuthUser user, Address channel, Optional<String> value) {
    StackAuthProject project = call.project();
    Optional<Address> sameValue =
        value.flatMap(text -> user.address(Address.Kind.EMAIL, text)).filter(a -> a != channel);
    if (sameValue.isPresent()) {
      throw StackAuthFailure.text(400, "Contact channel already exists");
    }
    boolean auth = call.find(USED_FOR_AUTH).orElse(channel.identifying());
    String wanted = value.orElse(channel.value());
    if (auth && Emails.owner(project, wanted).filter(other -> other != user).isPresent()) {
      throw taken(null);
    }
    project.users().changeIdentifying(user, channel, false);
    value.ifPresent(text -> project.users().changeValue(user, channel, text));
    project.users().changeIdentifying(user, channel, auth);
    if (value.isPresent()) {
      channel.verified(false);
    }
    call.find(VERIFIED).ifPresent(channel::verified);
    call.find(PRIMARY).ifPresent(primary -> setPrimary(user, channel, primary));
  }

  private static void setPrimary(StackAuthUser user, Address channel, boolean primary) {
    if (primary) {
      user.primaryEmailId = channel.id();
    } else if (channel.id().equals(user.primaryEmailId)) {
      user.primaryEmailId = null;
    }
  }

  private Response delete(StackAuthCall call) {
    requireOwn(call, call.path("user_id"), "delete");
    StackAuthUser user = owner(call).orElseThrow(() -> missing(400, "Contact channel not found"));
    Address channel =
        user.address(call.path("id")).orElseThrow(() -> missing(400, "Contact channel not found"));
    call.project().users().removeAddress(user, channel);
    setPrimary(user, channel, false);
    return StackAuthResponses.success();
  }

  private static void requireOwn(StackAuthCall call, @Nullable String userId, String verb) {
    if (call.fromClient()) {
      String own = call.me().id();
      if (userId == null || !call.userId(userId).equals(own)) {
        throw StackAuthFailure.text(
            403, "Client can only " + verb + " contact channels for their own user.");
      }
    }
  }

  private static Optional<StackAuthUser> owner(StackAuthCall call) {
    return call.project().users().byId(call.userId(call.path("user_id")));
  }

  private static StackAuthFailure missing(int status, String text) {
    return StackAuthFailure.text(status, text);
  }

  private static StackAuthFailure taken(@Nullable String value) {
    ObjectNode details =
        Json.object()
            .put("type", "email")
            .put("contact_channel_value", value)
            .put("would_work_if_email_was_verified", false);
    return KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE.failure(details);
  }
}
