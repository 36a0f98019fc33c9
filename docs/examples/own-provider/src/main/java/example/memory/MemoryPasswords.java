package example.memory;

import dev.keyway.AccountOutcome;
import dev.keyway.EmailAddress;
import dev.keyway.Passwords;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import dev.keyway.UserId;
import dev.keyway.spi.ProviderContext;
import example.memory.Directory.Account;
import java.util.Optional;

/** Sign-up and sign-in. */
final class MemoryPasswords implements Passwords {
  private static final int MIN_LENGTH = 8;

  private final Directory directory;
  private final SignIns signIns;
  private final ProviderContext context;

  /** Compared with where there is none, so that the time tells nobody who has an account. */
  private final PasswordHash nobodys;

  MemoryPasswords(Directory directory, SignIns signIns, ProviderContext context) {
    this.directory = directory;
    this.signIns = signIns;
    this.context = context;
    this.nobodys = PasswordHash.of(Secret.of("nobody's password"), context.random());
  }

  @Override
  public SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options) {
    if (password.reveal().codePoints().count() < MIN_LENGTH) {
      throw Refusals.of("password_short", "A password needs " + MIN_LENGTH + " characters");
    }
    Account account =
        new Account(
            UserId.of(SignIns.randomText(context.random())),
            email.value(),
            false,
            options.displayName(),
            Optional.of(PasswordHash.of(password, context.random())),
            context.clock().instant());
    if (!directory.add(account)) {
      throw Refusals.of("address_taken", "Somebody has this address already");
    }
    return signIns.begin(account, AccountOutcome.CREATED);
  }

  @Override
  public SignInResult signIn(EmailAddress email, Secret password, SignInOptions options) {
    Optional<Account> account = directory.byEmail(email.value());
    PasswordHash hash = account.flatMap(Account::password).orElse(nobodys);
    boolean right = hash.matches(password);
    if (!right || hash == nobodys) {
      throw Refusals.of("credentials_wrong", "The address or the password is wrong");
    }
    return signIns.begin(account.orElseThrow(), AccountOutcome.EXISTING);
  }
}
