package example.memory;

import dev.keyway.SessionId;
import dev.keyway.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users and sessions: what would be a service elsewhere. Forgotten when the process ends. */
final class Directory {
  static final Duration SESSION_LIFETIME = Duration.ofDays(30);

  private static final Map<String, Directory> ALL = new ConcurrentHashMap<>();

  private final Map<UserId, Account> accounts = new HashMap<>();
  private final Map<String, Login> logins = new HashMap<>();
  private final byte[] signingKey = new byte[32];

  /** Somebody with an address and perhaps a password. */
  record Account(
      UserId id,
      String email,
      boolean verified,
      Optional<String> displayName,
      Optional<PasswordHash> password,
      Instant createdAt) {}

  /** A session, known by its renewal token. */
  record Login(SessionId id, UserId user, Instant startedAt, boolean byPassword) {
    Instant expiresAt() {
      return startedAt.plus(SESSION_LIFETIME);
    }
  }

  private Directory() {
    new SecureRandom().nextBytes(signingKey);
  }

  static Directory named(String name) {
    return ALL.computeIfAbsent(name, n -> new Directory());
  }

  byte[] signingKey() {
    return signingKey.clone();
  }

  /** False when somebody has the address already, which is the only test that many can't pass. */
  synchronized boolean add(Account account) {
    return byEmail(account.email()).isEmpty() && accounts.put(account.id(), account) == null;
  }

  synchronized Optional<Account> find(UserId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  synchronized Optional<Account> byEmail(String email) {
    return accounts.values().stream().filter(a -> a.email().equalsIgnoreCase(email)).findFirst();
  }

  synchronized boolean remove(UserId id) {
    logins.values().removeIf(login -> login.user().equals(id));
    return accounts.remove(id) != null;
  }

  synchronized void begin(String renewal, Login login) {
    logins.put(renewal, login);
  }

  synchronized Optional<Login> login(String renewal, Instant now) {
    return Optional.ofNullable(logins.get(renewal)).filter(l -> now.isBefore(l.expiresAt()));
  }

  /** The living sessions, newest first. */
  synchronized List<Login> logins(UserId user, Instant now) {
    List<Login> living = new ArrayList<>(logins.values());
    living.removeIf(login -> !login.user().equals(user) || !now.isBefore(login.expiresAt()));
    living.sort(Comparator.comparing(Login::startedAt).reversed());
    return living;
  }

  synchronized void end(UserId user, SessionId session) {
    logins.values().removeIf(login -> login.user().equals(user) && login.id().equals(session));
  }

  synchronized void endAll(UserId user) {
    logins.values().removeIf(login -> login.user().equals(user));
  }

  synchronized void end(String renewal) {
    logins.remove(renewal);
  }
}
