package dev.keyway.emulator.internal.stytch.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connected apps of a project. */
public final class ConnectedApps {
  private final Map<String, ConnectedApp> byId = new LinkedHashMap<>();
  private long made;

  ConnectedApps() {}

  /** The same, to be changed apart from these. */
  ConnectedApps copy() {
    ConnectedApps copy = new ConnectedApps();
    copy.byId.putAll(byId);
    copy.made = made;
    return copy;
  }

  /** The number of an app that is about to be made. */
  public long next() {
    return made++;
  }

  /** Adds an app, or replaces the one with its id. */
  public void put(ConnectedApp app) {
    byId.put(app.id(), app);
  }

  public void remove(ConnectedApp app) {
    byId.remove(app.id());
  }

  public Optional<ConnectedApp> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** In the order in which they were made. */
  public List<ConnectedApp> all() {
    return List.copyOf(byId.values());
  }

  public int size() {
    return byId.size();
  }
}
