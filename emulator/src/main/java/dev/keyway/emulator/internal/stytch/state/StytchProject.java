package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.state.OneTimeCodes;
import dev.keyway.emulator.internal.state.Sessions;
import dev.keyway.emulator.internal.state.Users;
import dev.keyway.emulator.internal.token.KeyPool;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.internal.token.VerifiedTokens;
import dev.keyway.emulator.internal.vendor.LockedProject;
import dev.keyway.emulator.stytch.StytchSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One project: its keys, settings and state. Requests to it run one at a time, under its lock. */
public final class StytchProject extends LockedProject<StytchSettings> {
  @NotInSnapshot("never changes")
  private final StytchKeys credentials;

  @NotInSeed("every project has its own")
  private final String callbackId;

  @NotInSeed("every project has its own")
  private final KeyRing keys;

  @NotInSnapshot("only remembers what keys verify; forgotten when keys go back")
  private final VerifiedTokens<SessionClaims> verifiedTokens = new VerifiedTokens<>();

  private StytchState state;

  /** Makes a project without users. Its signing key is made when it is first needed. */
  public StytchProject(
      WorldContext context,
      IdentityProvider identityProvider,
      StytchKeys credentials,
      StytchSettings settings) {
    super("stytch", context, identityProvider, settings);
    this.credentials = credentials;
    this.callbackId = "oauth-callback-test-" + context.random().uuid();
    this.state = new StytchState(context.clock());
    this.keys =
        new KeyRing(
            context.clock(),
            1,
            () -> SigningKey.rs256("jwk-test-" + context.random().uuid(), KeyPool.RSA.take()));
  }

  @Override
  public boolean mayTakeLong() {
    return super.mayTakeLong() || !(keys.isFilled() || KeyPool.RSA.isReady());
  }

  /** Project id. */
  public String id() {
    return credentials.projectId();
  }

  /** What names it and opens it. */
  public StytchKeys credentials() {
    return credentials;
  }

  /** The secret of servers. */
  public String secret() {
    return credentials.secret();
  }

  /** What browsers may hold. */
  public String publicToken() {
    return credentials.publicToken();
  }

  /** The id in the address that social providers send browsers back to. */
  public String callbackId() {
    return callbackId;
  }

  /** The base of all routes, without {@code /v1}. */
  public URI baseUrl() {
    return context().publicUrl();
  }

  /** Changes settings between two requests. */
  public void configure(UnaryOperator<StytchSettings.Builder> change) {
    change(present -> change.apply(present.toBuilder()).build());
  }

  /** Signs with a new key from now on; the old ones are published for {@code overlap} more. */
  public void rotateKeys(Duration overlap) {
    keys.rotate(overlap);
    // A token that only a retired key would verify must not live on in the memory of it.
    verifiedTokens.clear();
  }

  /** Gives its keys back when no request finds it any more. */
  public void retire() {
    keys.retire().forEach(key -> KeyPool.RSA.giveBack(key.pair()));
  }

  /** Forgets users, sessions, codes, machines, apps and consents; keys and settings stay. */
  public void reset() {
    alone(() -> state = new StytchState(context().clock()));
  }

  /** What it is like between two requests. */
  public Snapshot snapshot() {
    return exclusively(() -> new Snapshot(state.copy(), settings(), keys.snapshot()));
  }

  /** As it was when {@code snapshot} was taken. */
  public void restore(Snapshot snapshot) {
    alone(
        () -> {
          state = snapshot.state.copy();
          settings(snapshot.settings);
          keys.restore(snapshot.keys);
          verifiedTokens.clear();
        });
  }

  public Users<StytchUser> users() {
    return state.users;
  }

  /** Tells of everybody who is looked up or added, before anything can be done to them. */
  public void watch(Consumer<StytchUser> whom) {
    state.users.watch(whom);
    state.handles.watch(whom);
  }

  /** Tells nobody any more. */
  public void unwatch() {
    watch(user -> {});
  }

  /** Whether a user has been added and not removed. */
  public boolean isMember(StytchUser user) {
    return state.users.contains(user);
  }

  public UserIndex handles() {
    return state.handles;
  }

  public Sessions<StytchSession> sessions() {
    return state.sessions;
  }

  public OneTimeCodes codes() {
    return state.codes;
  }

  public M2mClients m2mClients() {
    return state.m2mClients;
  }

  public ConnectedApps connectedApps() {
    return state.connectedApps;
  }

  public AppConsents appConsents() {
    return state.appConsents;
  }

  public KeyRing keys() {
    return keys;
  }

  public VerifiedTokens<SessionClaims> verifiedTokens() {
    return verifiedTokens;
  }

  /** A user without addresses who is not in the directory yet. */
  public StytchUser newUser() {
    return newUser("user-test-" + context().random().uuid(), now());
  }

  /** The same with an id and a beginning that are given. */
  public StytchUser newUser(String userId, Instant createdAt) {
    return new StytchUser(userId, createdAt, state.usersMade++);
  }

  /** An address that belongs to nobody yet. */
  public Address newAddress(Address.Kind kind, String value, boolean verified) {
    String prefix = kind == Address.Kind.EMAIL ? "email-test-" : "phone-number-test-";
    return new Address(prefix + context().random().uuid(), kind, value, verified, true, now());
  }

  /** Removes a user with everything that is theirs. */
  public void remove(StytchUser user) {
    state.sessions.revokeAll(user.id());
    state.handles.releaseAll(user);
    state.appConsents.forgetUser(user.id());
    state.users.remove(user);
  }

  /** Remembers that an address is dropped again unless it is verified by {@code deadline}. */
  public void expectProof(Address address, Instant deadline) {
    state.unprovenAddresses.put(address.id(), deadline);
  }

  /** Forgets the deadline of an address that was proved or removed. */
  public void proofCame(Address address) {
    state.unprovenAddresses.remove(address.id());
  }

  /** Whether an address goes again unless it is proved. */
  public boolean awaitsProof(Address address) {
    return state.unprovenAddresses.containsKey(address.id());
  }

  /** Makes a code the only one of its kind for an address: the one before it no longer works. */
  public void supersede(String addressId, OneTimeCode<?> code) {
    StytchState.SentCode sent = new StytchState.SentCode(code.kind(), addressId);
    OneTimeCode<?> before = state.latestCodes.remove(sent);
    if (before != null) {
      before.spend();
    }
    // A code that expired needs no successor to stop working.
    Iterator<OneTimeCode<?>> oldest = state.latestCodes.values().iterator();
    while (oldest.hasNext() && oldest.next().expiredAt(now())) {
      oldest.remove();
    }
    state.latestCodes.put(sent, code);
  }

  /** Drops the addresses that were added to a user and not proved in time. */
  public void dropForgottenAddresses() {
    Instant now = now();
    state
        .unprovenAddresses
        .entrySet()
        .removeIf(
            entry -> {
              if (now.isBefore(entry.getValue())) {
                return false;
              }
              state
                  .users
                  .byAddressId(entry.getKey())
                  .ifPresent(
                      user ->
                          user.address(entry.getKey())
                              .filter(address -> !address.verified())
                              .ifPresent(address -> state.users.removeAddress(user, address)));
              return true;
            });
  }

  /** A project at one moment. */
  public static final class Snapshot {
    private final StytchState state;
    private final StytchSettings settings;
    private final KeyRing.Snapshot keys;

    private Snapshot(StytchState state, StytchSettings settings, KeyRing.Snapshot keys) {
      this.state = state;
      this.settings = settings;
      this.keys = keys;
    }
  }
}
