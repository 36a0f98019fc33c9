package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.rules.LinkCallback;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.server.ContactChannel;
import dev.keyway.providers.stackauth.server.ContactChannelFields;
import dev.keyway.providers.stackauth.server.ContactChannelId;
import dev.keyway.providers.stackauth.server.ContactChannels;
import dev.keyway.providers.stackauth.wire.ContactChannelApi;
import java.net.URI;
import java.util.List;

/** {@link ContactChannels} by the routes of that name. */
final class ContactChannelCalls implements ContactChannels {

  private final ViewCalls calls;
  private final ContactChannelApi api;

  ContactChannelCalls(ViewCalls calls, ContactChannelApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public List<ContactChannel> list(UserId user, CallOptions options) {
    notNull(user, "user");
    return calls.call(
        "stack-auth.contactChannels.list",
        options,
        () ->
            Uuids.isUuid(user.value())
                ? api.list(user.value()).items().stream()
                    .map(channel -> channel(user, channel))
                    .toList()
                : List.of());
  }

  @Override
  public ContactChannel create(
      UserId user, EmailAddress address, ContactChannelFields fields, CallOptions options) {
    notNull(user, "user");
    notNull(address, "address");
    notNull(fields, "fields");
    return calls.call(
        "stack-auth.contactChannels.create",
        options,
        () ->
            channel(
                user,
                api.create(
                    new ContactChannelApi.Create(
                        Ids.user(user),
                        address.value(),
                        "email",
                        fields.usedForAuth().orElse(false),
                        fields.primary().orElse(null),
                        fields.verified().orElse(null)))));
  }

  @Override
  public ContactChannel update(
      UserId user, ContactChannelId channel, ContactChannelFields fields, CallOptions options) {
    notNull(user, "user");
    notNull(channel, "channel");
    notNull(fields, "fields");
    return calls.call(
        "stack-auth.contactChannels.update",
        options,
        () -> {
          ContactChannelApi.Update body =
              new ContactChannelApi.Update(
                  fields.usedForAuth().orElse(null),
                  fields.primary().orElse(null),
                  fields.verified().orElse(null));
          ContactChannelApi.Channel now = api.update(Ids.user(user), channel.value(), body);
          Answer.requireAbout(channel.value(), now.id());
          return channel(user, now);
        });
  }

  @Override
  public void delete(UserId user, ContactChannelId channel, CallOptions options) {
    notNull(user, "user");
    notNull(channel, "channel");
    calls.run(
        "stack-auth.contactChannels.delete",
        options,
        () -> api.delete(Ids.user(user), channel.value()));
  }

  @Override
  public void sendVerification(
      UserId user, ContactChannelId channel, URI callback, CallOptions options) {
    notNull(user, "user");
    notNull(channel, "channel");
    Ids.callback(callback);
    calls.run(
        "stack-auth.contactChannels.sendVerification",
        options,
        () ->
            api.sendVerification(
                Ids.user(user), channel.value(), new ContactChannelApi.Send(callback)));
  }

  @Override
  public void verify(URI callback, CallOptions options) {
    notNull(callback, "callback");
    calls.run(
        "stack-auth.contactChannels.verify",
        options,
        () -> {
          Secret code = Secret.of(LinkCallback.code(callback));
          VerificationCode.LINK.consume(
              () -> {
                api.verify(new ContactChannelApi.Verify(code));
                return code;
              });
        });
  }

  private static ContactChannel channel(UserId user, ContactChannelApi.Channel wire) {
    Answer.requireAbout(user.value(), wire.userId());
    return Answer.read(
        () ->
            new ContactChannel(
                ContactChannelId.of(wire.id()),
                user,
                wire.value(),
                wire.verified(),
                wire.primary(),
                wire.usedForAuth()));
  }
}
