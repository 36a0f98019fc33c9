package dev.keyway;

import java.util.Optional;
import java.util.function.Supplier;

/** Users with the checks that are the same for every provider. */
final class GuardedUsers implements Users {

  private final CallPipeline pipeline;
  private final Supplier<Users> area;

  GuardedUsers(CallPipeline pipeline, Supplier<Users> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public User create(NewUser newUser, CallOptions options) {
    Arguments.notNull(newUser, "newUser");
    Arguments.notNull(options, "options");
    return pipeline
        .call("users.create", options)
        .needs(Capability.USER_CREATE)
        .needs(OptionCapabilities.of(newUser))
        .get(() -> area.get().create(newUser, options));
  }

  @Override
  public Optional<User> find(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    return pipeline
        .call("users.find", options)
        .needs(Capability.USER_FIND)
        .get(() -> area.get().find(user, options));
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email, CallOptions options) {
    Arguments.notNull(email, "email");
    Arguments.notNull(options, "options");
    return pipeline
        .call("users.findByEmail", options)
        .needs(Capability.USER_FIND)
        .get(() -> area.get().findByEmail(email, options));
  }

  @Override
  public Page<User> search(UserQuery query, CallOptions options) {
    Arguments.notNull(query, "query");
    Arguments.notNull(options, "options");
    return pipeline
        .call("users.search", options)
        .needs(Capability.USER_SEARCH)
        .get(() -> area.get().search(query, options));
  }

  @Override
  public User update(UserId user, UserUpdate update, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(update, "update");
    Arguments.notNull(options, "options");
    return pipeline
        .call("users.update", options)
        .needs(Capability.USER_UPDATE)
        .needs(OptionCapabilities.of(update))
        .get(() -> area.get().update(user, update, options));
  }

  @Override
  public void delete(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    pipeline
        .call("users.delete", options)
        .needs(Capability.USER_DELETE)
        .run(() -> area.get().delete(user, options));
  }
}
