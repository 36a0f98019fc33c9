package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.OneTimeCodes;
import dev.keyway.emulator.internal.state.Sessions;
import dev.keyway.emulator.internal.state.Users;
import dev.keyway.emulator.internal.token.KeyPool;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.internal.token.VerifiedTokens;
import dev.keyway.emulator.internal.vendor.LockedProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One project: its keys, settings and state. Requests to it run one at a time, under its lock. */
public final class StackAuthProject extends LockedProject<StackAuthSettings> {
  /** Two per audience, as the service derives an older and a current one; the current one signs. */
  private static final int KEYS_PER_AUDIENCE = 2;

  public static final int KID_BYTES = 9;

  @NotInSnapshot("never changes")
  private final StackAuthKeys credentials;

  private volatile ProjectKeys keySets;

  @NotInSeed("kept and shown, without an effect here")
  private volatile ProjectFacts facts;

  @NotInSeed("every project has its own")
  private final Map<UserType, KeyRing> keys = new EnumMap<>(UserType.class);

  @NotInSnapshot("only remembers what keys verify; forgotten when keys go back")
  private final VerifiedTokens<AccessTokenClaims> verifiedTokens = new VerifiedTokens<>();

  private StackAuthState state;

  /** Makes a project without users. Its signing keys are made when they are first needed. */
  public StackAuthProject(
      WorldContext context,
      IdentityProvider identityProvider,
      StackAuthKeys credentials,
      StackAuthSettings settings) {
    super("stackauth", context, identityProvider, settings);
    this.credentials = credentials;
    this.facts = ProjectFacts.of(context.clock().instant(), context.random());
    this.keySets = new ProjectKeys(context.random().uuid(), facts.createdAt(), credentials);
    this.state = new StackAuthState(context.clock());
    for (UserType type : UserType.values()) {
      keys.put(
          type,
          new KeyRing(
              context.clock(),
              KEYS_PER_AUDIENCE,
              () ->
                  SigningKey.es256(
                      context.random().base64Url(KID_BYTES),
                      KeyPool.P256.take(),
                      context.random())));
    }
  }

  @Override
  public boolean mayTakeLong() {
    return super.mayTakeLong() || settings().outsideOpenIdProvider().isPresent();
  }

  /** Project id. */
  public String id() {
    return credentials.projectId();
  }

  /** What names it and opens it. */
  public StackAuthKeys credentials() {
    return credentials;
  }

  /** The key that browsers may hold. */
  public String publishableClientKey() {
    return credentials.publishableClientKey();
  }

  /** The key of servers. */
  public String secretServerKey() {
    return credentials.secretServerKey();
  }

  /** The key of administrators. */
  public String superSecretAdminKey() {
    return credentials.superSecretAdminKey();
  }

  /** Changes settings between two requests. */
  public void configure(UnaryOperator<StackAuthSettings.Builder> change) {
    change(present -> change.apply(present.toBuilder()).build());
  }

  /** Gives its keys back when no request finds it any more. */
  public void retire() {
    keys.values().forEach(ring -> ring.retire().forEach(key -> KeyPool.P256.giveBack(key.pair())));
  }

  /** Signs with new keys from now on; the old ones are published for {@code overlap} more. */
  public void rotateKeys(Duration overlap) {
    keys.values().forEach(ring -> ring.rotate(overlap));
    // A token that only a retired key would verify must not live on in the memory of it.
    verifiedTokens.clear();
  }

  /** Forgets users, teams, their keys, sessions and codes; its own keys and settings stay. */
  public void reset() {
    alone(() -> state = new StackAuthState(context().clock()));
  }

  /** What it is like between two requests. */
  public Snapshot snapshot() {
    return exclusively(
        () -> {
          Map<UserType, KeyRing.Snapshot> rings = new EnumMap<>(UserType.class);
          keys.forEach((type, ring) -> rings.put(type, ring.snapshot()));
          return new Snapshot(state.copy(), settings(), facts, keySets.copy(), rings);
        });
  }

  /** As it was when {@code snapshot} was taken. */
  public void restore(Snapshot snapshot) {
    alone(
        () -> {
          state = snapshot.state.copy();
          settings(snapshot.settings);
          facts = snapshot.facts;
          keySets = snapshot.keySets.copy();
          snapshot.keys.forEach((type, ring) -> keys(type).restore(ring));
          verifiedTokens.clear();
        });
  }

  public Users<StackAuthUser> users() {
    return state.users;
  }

  public Sessions<StackAuthSession> sessions() {
    return state.sessions;
  }

  public OneTimeCodes codes() {
    return state.codes;
  }

  /** All its API keys. */
  public ProjectKeys keySets() {
    return keySets;
  }

  /** What administrators see of it beyond its settings. */
  public ProjectFacts facts() {
    return facts;
  }

  public void facts(ProjectFacts changed) {
    facts = changed;
  }

  /** Whose the social accounts are. */
  public OAuthAccounts oauthAccounts() {
    return state.oauthAccounts;
  }

  /** Whose the passkeys are. */
  public Passkeys passkeys() {
    return state.passkeys;
  }

  /** Its teams, and who is in them. */
  public Teams teams() {
    return state.teams;
  }

  /** The keys of its users and teams. */
  public ApiKeys apiKeys() {
    return state.apiKeys;
  }

  /** Who signs in from a command line. */
  public CliLogins cliLogins() {
    return state.cliLogins;
  }

  public VerifiedTokens<AccessTokenClaims> verifiedTokens() {
    return verifiedTokens;
  }

  public KeyRing keys(UserType type) {
    KeyRing ring = keys.get(type);
    if (ring == null) {
      throw new IllegalStateException("No keys for " + type);
    }
    return ring;
  }

  /** Why a user may do little now; empty for most users. */
  public Optional<RestrictedReason> restrictedReason(StackAuthUser user) {
    if (user.anonymous) {
      return Optional.of(RestrictedReason.ANONYMOUS);
    }
    if (settings().requireEmailVerification() && !user.primaryEmailVerified()) {
      return Optional.of(RestrictedReason.EMAIL_NOT_VERIFIED);
    }
    return user.restrictedByAdmin
        ? Optional.of(RestrictedReason.RESTRICTED_BY_ADMINISTRATOR)
        : Optional.empty();
  }

  /** A project at one moment. */
  public static final class Snapshot {
    private final StackAuthState state;
    private final StackAuthSettings settings;
    private final ProjectFacts facts;
    private final ProjectKeys keySets;
    private final Map<UserType, KeyRing.Snapshot> keys;

    private Snapshot(
        StackAuthState state,
        StackAuthSettings settings,
        ProjectFacts facts,
        ProjectKeys keySets,
        Map<UserType, KeyRing.Snapshot> keys) {
      this.state = state;
      this.settings = settings;
      this.facts = facts;
      this.keySets = keySets;
      this.keys = keys;
    }
  }
}
