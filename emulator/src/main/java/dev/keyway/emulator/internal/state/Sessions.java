package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The sessions of one project that were not revoked. Expired ones stay known, because some
 * providers list them, so whether one still lives is the caller's question. {@link Retention} says
 * for how long, and how many.
 *
 * @param <S> the provider's session
 */
public final class Sessions<S extends Session> {
  /** Most users have one session or two: a table of the usual size would be nearly empty. */
  private static final int FEW = 2;

  @NotInSnapshot("a clock has a snapshot of its own")
  private final Clock clock;

  private final Map<String, S> byId = new HashMap<>();
  private final Map<String, S> byToken = new HashMap<>();
  private final Map<String, Map<String, S>> byUser = new HashMap<>();
  private Endings<S> endings =
      new Endings<>(new Endings.Ending<>(Session::expiresAt, Comparator.comparing(Session::id)));

  /** Keeps time by {@code clock}. */
  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /**
   * The same sessions, to be changed apart from these.
   *
   * @param copier copies one session
   */
  public Sessions<S> copy(UnaryOperator<S> copier) {
    Sessions<S> copy = new Sessions<>(clock);
    // By user, because that keeps the order in which they began.
    byUser.values().forEach(ofUser -> ofUser.values().forEach(s -> copy.put(copier.apply(s))));
    copy.endings = endings.copy(session -> copy.byId.get(session.id()));
    return copy;
  }

  /** Adds a session. */
  public void add(S session) {
    endings.forget(clock.instant(), this::drop);
    put(session);
    endings.add(session);
  }

  private void put(S session) {
    byId.put(session.id(), session);
    byToken.put(session.token(), session);
    byUser
        .computeIfAbsent(session.userId(), user -> new LinkedHashMap<>(FEW))
        .put(session.id(), session);
  }

  /** The session with that id. */
  public Optional<S> byId(String id) {
    return Optional.ofNullable(byId.get(id)).filter(this::known);
  }

  /** The session that this credential renews. */
  public Optional<S> byToken(String token) {
    return Optional.ofNullable(byToken.get(token)).filter(this::known);
  }

  /** The sessions of one user, oldest first: a snapshot. */
  public List<S> ofUser(String userId) {
    Map<String, S> ofUser = byUser.get(userId);
    return ofUser == null ? List.of() : ofUser.values().stream().filter(this::known).toList();
  }

  /** How many there are, those past their retention that nobody forgot yet included. */
  public int count() {
    return byId.size();
  }

  /** Moves the end of a session, be it here already or not. */
  public void end(S session, Instant moment) {
    boolean here = byId.get(session.id()) == session;
    if (here) {
      endings.remove(session);
    }
    session.expiresAt(moment);
    if (here) {
      endings.add(session);
    }
  }

  /** Revokes one session; does nothing if it is gone already. */
  public void revoke(S session) {
    endings.remove(session);
    drop(session);
  }

  private void drop(S session) {
    byId.remove(session.id());
    byToken.remove(session.token());
    Map<String, S> ofUser = byUser.get(session.userId());
    if (ofUser != null) {
      ofUser.remove(session.id());
      if (ofUser.isEmpty()) {
        byUser.remove(session.userId());
      }
    }
  }

  /** Revokes all sessions of a user. */
  public void revokeAll(String userId) {
    revokeAll(userId, session -> true);
  }

  /** Revokes those sessions of a user that {@code doomed} accepts. */
  public void revokeAll(String userId, Predicate<S> doomed) {
    ofUser(userId).stream().filter(doomed).forEach(this::revoke);
  }

  private boolean known(S session) {
    return !Retention.over(session.expiresAt(), clock.instant());
  }
}
