package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.Users;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.UserApi;
import dev.keyway.providers.stackauth.wire.WireUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users by {@code users}, as a server sees them. */
final class StackAuthUsers implements Users {

  private static final int PAGE = 100;

  private final Transport transport;
  private final UserApi api;

  @Inject
  StackAuthUsers(Transport transport, UserApi api) {
    this.transport = transport;
    this.api = api;
  }

  @Override
  public User create(NewUser newUser, CallOptions options) {
    return transport.call(options, () -> api.create(UserFields.of(newUser)).toUser());
  }

  @Override
  public Optional<User> find(UserId user, CallOptions options) {
    if (!Uuids.isUuid(user.value())) {
      return Optional.empty();
    }
    return transport.call(
        options,
        () ->
            Answer.find(
                () -> api.get(user.value()).about(user.value()).toUser(),
                e -> e.code() == ErrorCode.USER_NOT_FOUND));
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email, CallOptions options) {
    return transport.call(options, () -> signingInWith(email).map(WireUser::toUser));
  }

  /** There is no look-up by address, only a search in names and in all addresses. */
  Optional<WireUser> signingInWith(EmailAddress email) {
    String cursor = null;
    do {
      UserApi.WireUsers page = api.list(PAGE, cursor, email.normalized(), true);
      for (WireUser user : page.items()) {
        if (user.signsInWith(email) || hasSecondaryLogin(user, email)) {
          return Optional.of(user);
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return Optional.empty();
  }

  /** An address that was primary once stays good for signing in. */
  private boolean hasSecondaryLogin(WireUser user, EmailAddress email) {
    return api.channels(user.id()).items().stream()
        .filter(channel -> Boolean.TRUE.equals(channel.usedForAuth()))
        .anyMatch(channel -> channel.value().equalsIgnoreCase(email.value()));
  }

  @Override
  public Page<User> search(UserQuery query, CallOptions options) {
    Optional<String> fragment = query.emailContains();
    String cursor = query.cursor().map(StackAuthUsers::cursor).orElse(null);
    return transport.call(
        options,
        () -> {
          UserApi.WireUsers page = api.list(query.limit(), cursor, fragment.orElse(null), false);
          List<User> users =
              page.items().stream()
                  .map(WireUser::toUser)
                  .filter(user -> fragment.isEmpty() || hasAddressWith(user, fragment.get()))
                  .toList();
          return new Page<>(users, Optional.ofNullable(page.nextCursor()).map(PageCursor::of));
        });
  }

  /** The search there finds names, too. */
  private static boolean hasAddressWith(User user, String fragment) {
    return user.emails().stream()
        .anyMatch(
            email -> email.address().normalized().contains(fragment.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable String cursor(PageCursor cursor) {
    if (!Uuids.isUuid(cursor.value())) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "cursor is not one of stack-auth's");
    }
    return cursor.value();
  }

  @Override
  public User update(UserId user, UserUpdate update, CallOptions options) {
    requireUuid(user);
    return transport.call(
        options,
        () -> api.update(user.value(), UserFields.of(update)).about(user.value()).toUser());
  }

  @Override
  public void delete(UserId user, CallOptions options) {
    requireUuid(user);
    transport.run(options, () -> api.delete(user.value()));
  }

  private static void requireUuid(UserId user) {
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of stack-auth has such an id");
    }
  }
}
