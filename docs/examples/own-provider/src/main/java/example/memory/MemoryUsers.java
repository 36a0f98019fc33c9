package example.memory;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.Users;
import dev.keyway.spi.ProviderContext;
import example.memory.Directory.Account;
import java.util.Optional;

/** Users, as an administrator sees them. */
final class MemoryUsers implements Users {
  private final Directory directory;
  private final ProviderContext context;

  MemoryUsers(Directory directory, ProviderContext context) {
    this.directory = directory;
    this.context = context;
  }

  @Override
  public User create(NewUser newUser, CallOptions options) {
    EmailAddress email =
        newUser
            .email()
            .orElseThrow(
                () -> AuthException.of(ErrorCode.INVALID_ARGUMENT, "A user needs an address"));
    Account account =
        new Account(
            UserId.of(SignIns.randomText(context.random())),
            email.value(),
            newUser.emailVerified(),
            newUser.displayName(),
            Optional.empty(),
            context.clock().instant());
    if (!directory.add(account)) {
      throw Refusals.of("address_taken", "Somebody has this address already");
    }
    return SignIns.user(account);
  }

  @Override
  public Optional<User> find(UserId user, CallOptions options) {
    return directory.find(user).map(SignIns::user);
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email, CallOptions options) {
    return directory.byEmail(email.value()).map(SignIns::user);
  }

  @Override
  public void delete(UserId user, CallOptions options) {
    if (!directory.remove(user)) {
      throw Refusals.of("user_unknown", "There is no such user");
    }
  }
}
