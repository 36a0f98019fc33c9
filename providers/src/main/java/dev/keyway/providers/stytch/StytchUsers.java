package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.PhoneNumber;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.Users;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.UserFields;
import dev.keyway.providers.stytch.wire.Metadata;
import dev.keyway.providers.stytch.wire.UserApi;
import dev.keyway.providers.stytch.wire.WireUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Users} by Stytch. */
final class StytchUsers implements Users {

  private final Transport transport;
  private final UserApi api;

  @Inject
  StytchUsers(Transport transport, UserApi api) {
    this.transport = transport;
    this.api = api;
  }

  @Override
  public User create(NewUser newUser, CallOptions options) {
    if (newUser.emailVerified()) {
      // Only the import of a password hash has a switch for it.
      throw AuthException.of(
          ErrorCode.UNSUPPORTED, "Stytch does not make users whose address is verified already");
    }
    newUser.phoneNumber().ifPresent(PhoneNumbers::requireValid);
    UserApi.Create body =
        new UserApi.Create(
            newUser.email().map(EmailAddress::value).orElse(null),
            newUser.phoneNumber().map(PhoneNumber::value).orElse(null),
            UserFields.name(newUser.displayName()),
            newUser.metadata().get(MetadataScope.USER_READABLE),
            newUser.metadata().get(MetadataScope.USER_WRITABLE),
            newUser.externalId().orElse(null));
    return transport.call(options, () -> UserFields.user(api.create(body).user()));
  }

  @Override
  public Optional<User> find(UserId user, CallOptions options) {
    if (!Checks.isUser(user)) {
      return Optional.empty();
    }
    return transport.call(
        options,
        () ->
            Answer.find(
                () -> UserFields.user(api.get(user.value()).about(user.value())),
                e ->
                    e.code() == ErrorCode.USER_NOT_FOUND
                        || Checks.isRefusal(e, "invalid_user_id")));
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email, CallOptions options) {
    // Whether Stytch's filter minds the case is not documented.
    List<String> spellings = List.of(email.value(), email.normalized());
    UserApi.Search body =
        new UserApi.Search(10, null, UserApi.Query.of("email_address", spellings));
    return transport.call(
        options,
        () ->
            api.search(body).results().stream()
                .map(UserFields::user)
                .filter(user -> user.emails().stream().anyMatch(e -> e.address().equals(email)))
                .findFirst());
  }

  @Override
  public Page<User> search(UserQuery query, CallOptions options) {
    UserApi.Search body =
        new UserApi.Search(
            query.limit(),
            query.cursor().map(PageCursor::value).orElse(null),
            query
                .emailContains()
                .map(part -> UserApi.Query.of("email_address_fuzzy", part))
                .orElse(null));
    return transport.call(
        options,
        () -> {
          UserApi.Found found = api.search(body);
          return new Page<>(
              found.results().stream().map(UserFields::user).toList(),
              Optional.ofNullable(found.resultsMetadata().nextCursor())
                  .filter(cursor -> !cursor.isBlank())
                  .map(PageCursor::of));
        });
  }

  @Override
  public User update(UserId user, UserUpdate update, CallOptions options) {
    String id = Checks.user(user);
    Map<MetadataScope, Map<String, @Nullable Object>> metadata = update.metadata();
    return transport.call(
        options,
        () -> {
          Optional<WireUser> before =
              metadata.isEmpty() ? Optional.empty() : Optional.of(api.get(id).about(id));
          UserApi.Update body =
              new UserApi.Update(
                  UserFields.name(update.displayName()),
                  Metadata.replacing(
                      before.map(WireUser::trustedMetadata).orElse(null),
                      metadata.get(MetadataScope.USER_READABLE)),
                  Metadata.replacing(
                      before.map(WireUser::untrustedMetadata).orElse(null),
                      metadata.get(MetadataScope.USER_WRITABLE)),
                  update.externalId().orElse(null));
          return UserFields.user(api.update(id, body).user().about(id));
        });
  }

  @Override
  public void delete(UserId user, CallOptions options) {
    String id = Checks.user(user);
    transport.run(options, () -> api.delete(id));
  }
}
