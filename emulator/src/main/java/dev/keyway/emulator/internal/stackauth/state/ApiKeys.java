package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.token.ConstantTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one project's users and teams, also of those that are gone. */
public final class ApiKeys {
  private final Map<String, ApiKey> byId = new LinkedHashMap<>();

  /** The same, to be changed apart from these. */
  ApiKeys copy() {
    ApiKeys copy = new ApiKeys();
    copy.byId.putAll(byId);
    return copy;
  }

  /** Adds a key, or keeps the new state of one that is there. */
  public void put(ApiKey key) {
    byId.put(key.id(), key);
  }

  public Optional<ApiKey> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<ApiKey> byValue(String value) {
    Optional<ApiKey> found = Optional.empty();
    // All are compared, so that the time taken tells nothing of which was right.
    for (ApiKey key : byId.values()) {
      if (ConstantTime.equal(value, key.value())) {
        found = Optional.of(key);
      }
    }
    return found;
  }

  /** All, in the order in which they were made here. */
  public List<ApiKey> all() {
    return List.copyOf(byId.values());
  }

  /** All, newest first. */
  public List<ApiKey> newestFirst() {
    List<ApiKey> all = new ArrayList<>(byId.values());
    Collections.reverse(all);
    all.sort(Comparator.comparing(ApiKey::createdAt).reversed());
    return all;
  }
}
