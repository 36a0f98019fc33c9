package dev.keyway.emulator.stytch;

import dev.keyway.emulator.core.Environment;
import dev.keyway.emulator.core.KeyRing;
import dev.keyway.emulator.core.OneTimeCodes;
import dev.keyway.emulator.core.People;
import dev.keyway.emulator.core.RsaKeyPool;
import dev.keyway.emulator.core.Sessions;
import dev.keyway.emulator.core.SigningKey;
import dev.keyway.emulator.http.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** One project: its keys, settings and state. Requests to it run one at a time, under its lock. */
public final class StytchProject {
  private static final int TOKEN_BYTES = 32;

  private final Environment environment;
  private final Tenant tenant;
  private final String id;
  private final String secret;
  private final String publicToken;
  private final KeyRing keys;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile StytchSettings settings;
  private People<StytchUser> people = new People<>();
  private Map<String, StytchUser> byExternalId = new HashMap<>();
  private Sessions<StytchSession> sessions = new Sessions<>();
  private OneTimeCodes codes;

  /** Makes a project without users. Its signing key is taken when it is first needed. */
  public StytchProject(
      Environment environment, Tenant tenant, RsaKeyPool rsaKeys, StytchSettings settings) {
    this.environment = environment;
    this.tenant = tenant;
    this.settings = settings;
    this.id = newId("project");
    this.secret = "secret-test-" + environment.random().base64Url(TOKEN_BYTES);
    this.publicToken = newId("public-token");
    this.codes = new OneTimeCodes(environment.clock());
    this.keys =
        new KeyRing(
            environment.clock(),
            1,
            current ->
                SigningKey.rs256(
                    newId("jwk"),
                    current == null ? rsaKeys.take() : rsaKeys.takeOtherThan(current.pair())));
  }

  /** Project id: the user name of every request. */
  public String id() {
    return id;
  }

  /** Secret: the password of every request. */
  public String secret() {
    return secret;
  }

  /** What browsers name the project with. */
  public String publicToken() {
    return publicToken;
  }

  /** The present settings. */
  public StytchSettings settings() {
    return settings;
  }

  /** Changes settings between two requests. */
  public void configure(UnaryOperator<StytchSettings.Builder> change) {
    lock.lock();
    try {
      settings = change.apply(settings.toBuilder()).build();
    } finally {
      lock.unlock();
    }
  }

  /** Signs with a new key from now on; the old one is published for {@code overlap} more. */
  public void rotateKeys(Duration overlap) {
    keys.rotate(overlap);
  }

  /** Forgets users, sessions and codes; keys and settings stay. */
  public void reset() {
    lock.lock();
    try {
      people = new People<>();
      byExternalId = new HashMap<>();
      sessions = new Sessions<>();
      codes = new OneTimeCodes(environment.clock());
    } finally {
      lock.unlock();
    }
  }

  Environment environment() {
    return environment;
  }

  Tenant tenant() {
    return tenant;
  }

  ReentrantLock lock() {
    return lock;
  }

  Instant now() {
    return environment.clock().instant();
  }

  People<StytchUser> people() {
    return people;
  }

  Optional<StytchUser> byExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }

  /** The index of external ids: whoever sets one on a user keeps it here too. */
  Map<String, StytchUser> externalIds() {
    return byExternalId;
  }

  Sessions<StytchSession> sessions() {
    return sessions;
  }

  OneTimeCodes codes() {
    return codes;
  }

  KeyRing keys() {
    return keys;
  }

  /** A new id of a kind: {@code <kind>-test-<uuid>}. */
  String newId(String kind) {
    return kind + "-test-" + environment.random().uuid();
  }

  /** A new opaque token. */
  String newToken() {
    return environment.random().base64Url(TOKEN_BYTES);
  }
}
