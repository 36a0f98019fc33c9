package dev.keyway.emulator.internal.stytch.state;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What users allowed connected apps to do. */
public final class AppConsents {
  private final Map<String, Map<String, Consent>> byUser = new LinkedHashMap<>();
  private long given;

  AppConsents() {}

  /**
   * What a user allowed an app.
   *
   * @param number no two consents have the same one, one after a revocation included: tokens go by
   *     it
   * @param appId the app's client id
   * @param scopes in the order in which they were allowed
   */
  public record Consent(long number, String appId, List<String> scopes) {
    /** Copies the scopes. */
    public Consent {
      scopes = List.copyOf(scopes);
    }
  }

  /** The same, to be changed apart from these. */
  AppConsents copy() {
    AppConsents copy = new AppConsents();
    byUser.forEach((user, apps) -> copy.byUser.put(user, new LinkedHashMap<>(apps)));
    copy.given = given;
    return copy;
  }

  /** Adds scopes to what a user allows an app. */
  public Consent give(String userId, String appId, List<String> scopes) {
    Map<String, Consent> apps = byUser.computeIfAbsent(userId, id -> new LinkedHashMap<>());
    Consent before = apps.get(appId);
    Set<String> all = new LinkedHashSet<>(before == null ? List.of() : before.scopes());
    all.addAll(scopes);
    Consent now = new Consent(before == null ? given++ : before.number(), appId, List.copyOf(all));
    apps.put(appId, now);
    return now;
  }

  /** What a user allows an app. */
  public Optional<Consent> find(String userId, String appId) {
    return Optional.ofNullable(byUser.getOrDefault(userId, Map.of()).get(appId));
  }

  /** What a user allows, in the order in which apps were first allowed anything. */
  public List<Consent> of(String userId) {
    return List.copyOf(byUser.getOrDefault(userId, Map.of()).values());
  }

  /** Takes everything back that a user allowed an app. */
  public void revoke(String userId, String appId) {
    Map<String, Consent> apps = byUser.get(userId);
    if (apps != null) {
      apps.remove(appId);
      forgetIfEmpty(userId, apps);
    }
  }

  /** Forgets a user. */
  void forgetUser(String userId) {
    byUser.remove(userId);
  }

  /** Forgets an app. */
  public void forgetApp(String appId) {
    List.copyOf(byUser.keySet()).forEach(user -> revoke(user, appId));
  }

  private void forgetIfEmpty(String userId, Map<String, Consent> apps) {
    if (apps.isEmpty()) {
      byUser.remove(userId);
    }
  }
}
