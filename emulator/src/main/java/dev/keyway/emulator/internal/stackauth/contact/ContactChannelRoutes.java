package dev.keyway.emulator.internal.stackauth.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthEndpoint;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /contact-channels}: the addresses of users. */
public final class ContactChannelRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  ContactChannelRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    Schema none = Schema.object();
    book.on("stackauth.contact-channel.list")
        .query(
            Schema.object()
                .optional("user_id", Rules.userId())
                .optional("contact_channel_id", Rules.string().uuid()))
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.contact-channel.create")
        .query(none)
        .body(creation(), AccessType.CLIENT)
        .body(creation().optional("is_verified", Rules.bool()), AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE)
        .answers(this::create);
    book.on("stackauth.contact-channel.get")
        .query(none)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::read);
    book.on("stackauth.contact-channel.update")
        .query(none)
        .body(change(), AccessType.CLIENT)
        .body(change().optional("is_verified", Rules.bool()), AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE)
        .answers(this::update);
    book.on("stackauth.contact-channel.delete")
        .query(none)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::delete);
  }

  private static Schema creation() {
    return Schema.object()
        .required("user_id", Rules.userId())
        .required("value", Rules.string().email())
        .required("type", Rules.string().oneOf("email"))
        .required("used_for_auth", Rules.bool())
        .optional("is_primary", Rules.bool());
  }

  private static Schema change() {
    return Schema.object()
        .optional("value", Rules.string())
        .optional("type", Rules.string().oneOf("email"))
        .optional("used_for_auth", Rules.bool())
        .optional("is_primary", Rules.bool());
  }

  private Response list(StackAuthCall call) {
    Optional<String> named = call.queryText("user_id");
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
                    call.queryText("contact_channel_id")
                        .map(owned.channel().id()::equalsIgnoreCase)
                        .orElse(true))
            .sorted(Comparator.comparing(owned -> owned.channel().createdAt()))
            .map(owned -> ContactChannelView.of(owned.user(), owned.channel()))
            .toList());
  }

  private Response create(StackAuthCall call) {
    requireOwn(call, call.text("user_id"), "create");
    StackAuthProject project = call.project();
    StackAuthUser user =
        project
            .users()
            .byId(call.userId(call.text("user_id")))
            .orElseThrow(KnownError.USER_NOT_FOUND::failure);
    Address channel =
        Emails.channel(
            project,
            call.text("value"),
            call.body().path("is_verified").booleanValue(),
            call.body().path("used_for_auth").booleanValue());
    if (user.address(Address.Kind.EMAIL, channel.value()).isPresent()) {
      throw StackAuthFailure.text(400, "Contact channel already exists");
    }
    if (!project.users().addAddress(user, channel)) {
      throw taken(channel.value());
    }
    if (call.body().path("is_primary").booleanValue()) {
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
    boolean typed = call.body().has("type");
    Optional<String> value =
        call.optionalText("value").map(text -> typed ? Emails.normalized(text) : text);
    if (typed) {
      requireEmail(call);
    }
    apply(call, user, channel, value);
    return StackAuthResponses.ok(ContactChannelView.of(user, channel));
  }

  private static void requireEmail(StackAuthCall call) {
    List<String> problems = new ArrayList<>();
    JsonNode value = call.body().get("value");
    if (value != null) {
      Rules.string().email().check("body.value", value, problems);
    }
    if (!problems.isEmpty()) {
      throw StackAuthEndpoint.schemaError(call.request(), problems);
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
    boolean auth = call.body().path("used_for_auth").asBoolean(channel.identifying());
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
    Optional.ofNullable(call.body().get("is_verified"))
        .ifPresent(given -> channel.verified(given.booleanValue()));
    Optional.ofNullable(call.body().get("is_primary"))
        .ifPresent(given -> setPrimary(user, channel, given.booleanValue()));
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
