package example.memory;

import dev.keyway.AccessToken;
import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.Sessions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.VerifyOptions;
import dev.keyway.spi.ProviderContext;
import example.memory.AccessTokens.Content;
import example.memory.Directory.Account;
import example.memory.Directory.Login;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checking, renewing and ending sessions. */
final class MemorySessions implements Sessions {
  private final Directory directory;
  private final SignIns signIns;
  private final ProviderContext context;

  MemorySessions(Directory directory, SignIns signIns, ProviderContext context) {
    this.directory = directory;
    this.signIns = signIns;
    this.context = context;
  }

  @Override
  public Session verify(AccessToken token, VerifyOptions options) {
    Content content = signIns.accessTokens().read(token);
    Instant now = now().minus(context.config().clockSkew());
    boolean tooOld =
        options.maxAge().filter(age -> now.isAfter(content.issuedAt().plus(age))).isPresent();
    if (tooOld || !now.isBefore(content.expiresAt())) {
      throw AuthException.of(ErrorCode.TOKEN_EXPIRED, "The access token has expired");
    }
    return Session.builder(content.session(), content.user())
        .accessTokenExpiresAt(content.expiresAt())
        .factors(SignIns.factors(content.byPassword(), Optional.empty()))
        .build();
  }

  @Override
  public SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    String renewal = tokens.renewal().reveal();
    Login login = living(renewal);
    Account account = directory.find(login.user()).orElseThrow(MemorySessions::ended);
    return signIns.signedIn(account, login, renewal, AccountOutcome.EXISTING);
  }

  @Override
  public SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    return signIns.tokens(living(renewal.reveal()), renewal.reveal());
  }

  @Override
  public List<Session> list(UserId user, CallOptions options) {
    return directory.logins(user, now()).stream().map(SignIns::session).toList();
  }

  @Override
  public void revoke(UserId user, SessionId session, CallOptions options) {
    directory.end(user, session);
  }

  @Override
  public void revokeAll(UserId user, CallOptions options) {
    directory.endAll(user);
  }

  @Override
  public void signOut(SessionTokens tokens, CallOptions options) {
    directory.end(tokens.renewal().reveal());
  }

  private Login living(String renewal) {
    return directory.login(renewal, now()).orElseThrow(MemorySessions::ended);
  }

  private Instant now() {
    return context.clock().instant();
  }

  private static AuthException ended() {
    return Refusals.of("session_ended", "The session has ended");
  }
}
