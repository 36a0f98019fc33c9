package example.memory;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthenticationFactor;
import dev.keyway.EmailAddress;
import dev.keyway.FactorKind;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.User;
import dev.keyway.UserEmail;
import example.memory.Directory.Account;
import example.memory.Directory.Login;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Turns what the directory knows into what callers see, and begins sessions. */
final class SignIns {
  private final Directory directory;
  private final AccessTokens tokens;
  private final Clock clock;
  private final SecureRandom random;

  SignIns(Directory directory, Clock clock, SecureRandom random) {
    this.directory = directory;
    this.tokens = new AccessTokens(directory.signingKey());
    this.clock = clock;
    this.random = random;
  }

  SignInResult.SignedIn begin(Account account, AccountOutcome outcome) {
    String renewal = randomText(random);
    Login login = new Login(SessionId.of(randomText(random)), account.id(), clock.instant(), true);
    directory.begin(renewal, login);
    return signedIn(account, login, renewal, outcome);
  }

  SignInResult.SignedIn signedIn(
      Account account, Login login, String renewal, AccountOutcome outcome) {
    return new SignInResult.SignedIn(
        user(account), tokens(login, renewal), session(login), outcome);
  }

  SessionTokens tokens(Login login, String renewal) {
    return new SessionTokens(tokens.sign(login, clock.instant()), RenewalToken.of(renewal));
  }

  AccessTokens accessTokens() {
    return tokens;
  }

  static Session session(Login login) {
    return Session.builder(login.id(), login.user())
        .startedAt(login.startedAt())
        .expiresAt(login.expiresAt())
        .factors(factors(login.byPassword(), Optional.of(login.startedAt())))
        .build();
  }

  static List<AuthenticationFactor> factors(boolean byPassword, Optional<Instant> since) {
    return byPassword ? List.of(new AuthenticationFactor(FactorKind.PASSWORD, since)) : List.of();
  }

  static User user(Account account) {
    return User.builder(account.id())
        .emails(List.of(new UserEmail(EmailAddress.of(account.email()), account.verified())))
        .displayName(account.displayName().orElse(null))
        .createdAt(account.createdAt())
        .hasPassword(account.password().isPresent())
        .build();
  }

  static String randomText(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
