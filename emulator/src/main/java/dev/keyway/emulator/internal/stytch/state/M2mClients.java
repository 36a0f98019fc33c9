package dev.keyway.emulator.internal.stytch.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machines of a project. */
public final class M2mClients {
  private final Map<String, M2mClient> byId = new LinkedHashMap<>();
  private long made;

  M2mClients() {}

  /** The same, to be changed apart from these. */
  M2mClients copy() {
    M2mClients copy = new M2mClients();
    copy.byId.putAll(byId);
    copy.made = made;
    return copy;
  }

  /** The number of a client that is about to be made. */
  public long next() {
    return made++;
  }

  /** Adds a client, or replaces the one with its id. */
  public void put(M2mClient client) {
    byId.put(client.id(), client);
  }

  public void remove(M2mClient client) {
    byId.remove(client.id());
  }

  public Optional<M2mClient> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** In the order in which they were made. */
  public List<M2mClient> all() {
    return List.copyOf(byId.values());
  }

  public int size() {
    return byId.size();
  }
}
