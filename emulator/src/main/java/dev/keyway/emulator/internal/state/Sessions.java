package dev.keyway.emulator.internal.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The sessions of one project that were not revoked. Expired ones stay until they are revoked: some
 * providers list them, so whether one still lives is the caller's question.
 *
 * @param <S> the provider's session
 */
public final class Sessions<S extends Session> {
  private final Map<String, S> byId = new HashMap<>();
  private final Map<String, S> byToken = new HashMap<>();
  private final Map<String, Map<String, S>> byUser = new HashMap<>();

  /**
   * The same sessions, to be changed apart from these.
   *
   * @param copier copies one session
   */
  public Sessions<S> copy(UnaryOperator<S> copier) {
    Sessions<S> copy = new Sessions<>();
    // By user, because that keeps the order in which they began.
    byUser.values().forEach(ofUser -> ofUser.values().forEach(s -> copy.add(copier.apply(s))));
    return copy;
  }

  /** Adds a session. */
  public void add(S session) {
    byId.put(session.id(), session);
    byToken.put(session.token(), session);
    byUser
        .computeIfAbsent(session.userId(), user -> new LinkedHashMap<>())
        .put(session.id(), session);
  }

  /** The session with that id. */
  public Optional<S> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The session that this credential renews. */
  public Optional<S> byToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** The sessions of one user, oldest first: a snapshot. */
  public List<S> ofUser(String userId) {
    return List.copyOf(mapOf(userId));
  }

  /** Revokes one session; does nothing if it is gone already. */
  public void revoke(S session) {
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

  private Collection<S> mapOf(String userId) {
    Map<String, S> ofUser = byUser.get(userId);
    return ofUser == null ? Collections.emptyList() : ofUser.values();
  }
}
