package dev.keyway.conformance;

import static dev.keyway.Capability.MACHINE;
import static dev.keyway.Capability.MACHINE_EXPIRY;
import static dev.keyway.Capability.MACHINE_OWNER;
import static dev.keyway.Capability.MACHINE_ROTATE;
import static dev.keyway.Capability.MACHINE_SCOPES;
import static dev.keyway.Capability.MACHINE_TOKEN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.ErrorCode;
import dev.keyway.Machine;
import dev.keyway.MachineCredential;
import dev.keyway.MachineId;
import dev.keyway.MachineQuery;
import dev.keyway.MachineVerifyOptions;
import dev.keyway.NewMachine;
import dev.keyway.NewUser;
import dev.keyway.Page;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.VerifiedMachine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** MCH: machines. */
abstract class MachineRules extends Rules {

  /** What a credential that is good for nothing may be refused with. */
  private static final ErrorCode[] NO_GOOD = {
    ErrorCode.TOKEN_INVALID, ErrorCode.INVALID_CREDENTIALS
  };

  MachineRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  /** A machine, whose owner is made too where machines have one. */
  private MachineCredential made(AuthHarness at, String... scopes) {
    return at.client().machines().create(named(at).scopes(Set.of(scopes)).build());
  }

  private MachineCredential made(String... scopes) {
    return made(harness(), scopes);
  }

  private static NewMachine.Builder named(AuthHarness at) {
    NewMachine.Builder machine = NewMachine.named("Nightly import");
    if (at.client().supports(MACHINE_OWNER)) {
      machine.owner(owner(at));
    }
    return machine;
  }

  private static UserId owner(AuthHarness at) {
    AuthClient client = at.client();
    NewUser user = NewUser.withEmail(at.address("owner"));
    return client
        .users()
        .findByEmail(at.address("owner"))
        .orElseGet(() -> client.users().create(user))
        .id();
  }

  /** What the machine presents. */
  private static Secret presented(AuthHarness at, MachineCredential credential) {
    return at.client().supports(MACHINE_TOKEN)
        ? token(at.client(), credential)
        : credential.secret();
  }

  private Secret presented(MachineCredential credential) {
    return presented(harness(), credential);
  }

  private static Secret token(AuthClient client, MachineCredential credential, String... scopes) {
    return client
        .machines()
        .token(credential.machine().id(), credential.secret(), Set.of(scopes))
        .token();
  }

  private Secret token(MachineCredential credential, String... scopes) {
    return token(client(), credential, scopes);
  }

  private VerifiedMachine verified(Secret presented, String... scopes) {
    return client()
        .machines()
        .verify(presented, MachineVerifyOptions.builder().requiredScopes(Set.of(scopes)).build());
  }

  private MachineQuery query() {
    return client().supports(MACHINE_OWNER)
        ? MachineQuery.of(owner(harness()))
        : MachineQuery.all();
  }

  @Rule(id = "MCH-001", value = "What a machine presents says which machine it is", needs = MACHINE)
  void aMachineIsKnownByWhatItPresents() {
    MachineCredential made = made();
    VerifiedMachine verified = verified(presented(made));
    assertEquals(made.machine().id(), verified.id());
    assertEquals(made.machine().owner(), verified.owner());
    assertEquals(client().supports(MACHINE_OWNER), verified.owner().isPresent());
  }

  @Rule(
      id = "MCH-010",
      value = "The credential of another project's machine is refused",
      needs = MACHINE,
      negative = true)
  void anotherProjectsMachineIsRefused() {
    try (AuthHarness other = stranger()) {
      Secret theirs = presented(other, made(other));
      refused(() -> client().machines().verify(theirs), NO_GOOD);
    }
  }

  @Rule(
      id = "MCH-011",
      value = "A credential that nobody has is refused",
      needs = MACHINE,
      negative = true)
  void aCredentialThatNobodyHasIsRefused() {
    for (String text : List.of("wrong", "e30.e30.e30", "sk_" + "a".repeat(90), "\u00e9\u4e2d")) {
      refused(text, () -> client().machines().verify(Secret.of(text)), NO_GOOD);
    }
  }

  @Rule(
      id = "MCH-012",
      value = "A credential with one character changed, cut off or added is refused",
      needs = MACHINE,
      negative = true)
  void aChangedCredentialIsRefused() {
    String good = presented(made()).reveal();
    int middle = good.length() / 2;
    char other = good.charAt(middle) == 'a' ? 'b' : 'a';
    for (String text :
        List.of(
            good.substring(0, middle) + other + good.substring(middle + 1),
            good.substring(0, good.length() - 1),
            good + "A")) {
      refused(() -> client().machines().verify(Secret.of(text)), NO_GOOD);
    }
  }

  @Rule(
      id = "MCH-013",
      value = "A person's access token is not a machine's",
      needs = {MACHINE, PASSWORD_SIGN_UP},
      negative = true)
  void aPersonIsNoMachine() {
    Secret person = Secret.of(signUp(ada()).tokens().access().reveal());
    refused(() -> client().machines().verify(person), NO_GOOD);
  }

  @Rule(
      id = "MCH-014",
      value = "What a machine presents is not a person's access token",
      needs = {MACHINE, SESSION_VERIFY},
      negative = true)
  void aMachineIsNoPerson() {
    AccessToken machine = AccessToken.of(presented(made()).reveal());
    refused(() -> client().sessions().verify(machine), ErrorCode.TOKEN_INVALID);
  }

  @Rule(
      id = "MCH-015",
      value = "A revoked machine's secret is good for nothing, and revoking again is no error",
      needs = MACHINE,
      negative = true)
  void aRevokedMachineIsRefused() {
    MachineCredential made = made();
    client().machines().revoke(made.machine().id());
    client().machines().revoke(made.machine().id());
    if (client().supports(MACHINE_TOKEN)) {
      refused(() -> token(made), ErrorCode.INVALID_CREDENTIALS);
    } else {
      refused(() -> client().machines().verify(made.secret()), ErrorCode.TOKEN_INVALID);
    }
    assertTrue(client().machines().find(made.machine().id()).orElseThrow().revoked());
  }

  @Rule(
      id = "MCH-016",
      value = "A secret is good until it expires and no longer",
      needs = {MACHINE, MACHINE_EXPIRY},
      negative = true)
  void anExpiredSecretIsRefused() {
    Instant end = clock().now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(1));
    MachineCredential made = client().machines().create(named(harness()).expiresAt(end).build());
    clock().advance(Duration.ofHours(23));
    assertEquals(Optional.of(end), verified(made.secret()).expiresAt());
    clock().advance(Duration.ofHours(2));
    refused(() -> client().machines().verify(made.secret()), ErrorCode.TOKEN_EXPIRED);
  }

  @Rule(
      id = "MCH-017",
      value = "A token is good until it expires and no longer",
      needs = {MACHINE, MACHINE_TOKEN},
      negative = true)
  void anExpiredTokenOfAMachineIsRefused() {
    MachineCredential made = made();
    Secret token = token(made);
    Instant end = verified(token).expiresAt().orElseThrow();
    clock().advance(Duration.between(clock().now(), end).minusMinutes(2));
    verified(token);
    clock().advance(Duration.ofMinutes(10));
    refused(() -> client().machines().verify(token), ErrorCode.TOKEN_EXPIRED);
  }

  @Rule(
      id = "MCH-018",
      value = "A forged token is refused",
      needs = {MACHINE, MACHINE_TOKEN},
      negative = true)
  void aForgedTokenIsRefused() {
    AccessToken genuine = AccessToken.of(token(made()).reveal());
    Set<Forger.Flaw> flaws =
        EnumSet.of(
            Forger.Flaw.UNKNOWN_KEY,
            Forger.Flaw.STOLEN_KEY_ID,
            Forger.Flaw.ALG_NONE,
            Forger.Flaw.HMAC_WITH_PUBLIC_KEY);
    flaws.retainAll(forger().flaws());
    for (Forger.Flaw flaw : flaws) {
      Secret forged = Secret.of(forger().forge(genuine, flaw).reveal());
      refused(flaw.name(), () -> client().machines().verify(forged), ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "MCH-019",
      value = "A token for a wrong secret, or for nobody, is refused alike",
      needs = {MACHINE, MACHINE_TOKEN},
      negative = true)
  void aWrongSecretGetsNoToken() {
    MachineId machine = made().machine().id();
    Secret wrong = Secret.of("this-is-not-the-secret-of-it");
    String known =
        message(
            refused(
                () -> client().machines().token(machine, wrong, Set.of()),
                ErrorCode.INVALID_CREDENTIALS));
    String unknown =
        message(
            refused(
                () -> client().machines().token(MachineId.of("nobody"), wrong, Set.of()),
                ErrorCode.INVALID_CREDENTIALS));
    assertFalse(known.contains(wrong.reveal()), "the message shows the secret");
    assertEquals(withoutRequest(known), withoutRequest(unknown));
  }

  /** Messages may name the request, which is another each time. */
  private static String withoutRequest(String message) {
    return message.replaceAll("request[^,;)]*", "");
  }

  @Rule(
      id = "MCH-020",
      value = "A scope that the machine does not have is missing",
      needs = {MACHINE, MACHINE_SCOPES},
      negative = true)
  void aMissingScopeIsRefused() {
    Secret presented = presented(made("read:books", "write:shelf"));
    for (String scope :
        List.of(
            "write:books", "read:shelf", "read:*", "*:books", "read", "read:book", "READ:books")) {
      refused(scope, () -> verified(presented, scope), ErrorCode.SCOPE_MISSING);
    }
    refused(() -> verified(presented, "read:books", "write:books"), ErrorCode.SCOPE_MISSING);
  }

  @Rule(
      id = "MCH-021",
      value = "A token allows only what it was asked for, and never what the machine may not",
      needs = {MACHINE, MACHINE_SCOPES, MACHINE_TOKEN},
      negative = true)
  void aTokenAllowsWhatItWasAskedFor() {
    MachineCredential made = made("read:books", "write:books");
    Secret token = token(made, "read:books");
    assertEquals(Set.of("read:books"), verified(token, "read:books").scopes());
    refused(() -> verified(token, "write:books"), ErrorCode.SCOPE_MISSING);
    refused(() -> token(made, "read:books", "burn:books"), ErrorCode.SCOPE_MISSING);
  }

  @Rule(
      id = "MCH-022",
      value = "While a secret is rotated both are good, and afterwards the newer one alone",
      needs = {MACHINE, MACHINE_ROTATE, MACHINE_TOKEN},
      negative = true)
  void aRotatedSecretEnds() {
    MachineCredential old = made();
    MachineId id = old.machine().id();
    MachineCredential next = client().machines().startRotation(id);
    assertNotEquals(old.secret(), next.secret());
    assertEquals(id, verified(token(old)).id());
    assertEquals(id, verified(token(next)).id());
    client().machines().finishRotation(id);
    assertEquals(id, verified(token(next)).id());
    refused(() -> token(old), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "MCH-023",
      value = "A rotation that is cancelled leaves the older secret alone",
      needs = {MACHINE, MACHINE_ROTATE, MACHINE_TOKEN},
      negative = true)
  void aCancelledRotationLeavesTheOlderSecret() {
    MachineCredential old = made();
    MachineCredential next = client().machines().startRotation(old.machine().id());
    client().machines().cancelRotation(old.machine().id());
    verified(token(old));
    refused(() -> token(next), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "MCH-024",
      value = "A rotation starts once and ends once",
      needs = {MACHINE, MACHINE_ROTATE},
      negative = true)
  void aRotationIsOneAtATime() {
    MachineId id = made().machine().id();
    refused(() -> client().machines().finishRotation(id), ErrorCode.MACHINE_ROTATION_REFUSED);
    refused(() -> client().machines().cancelRotation(id), ErrorCode.MACHINE_ROTATION_REFUSED);
    client().machines().startRotation(id);
    refused(() -> client().machines().startRotation(id), ErrorCode.MACHINE_ROTATION_REFUSED);
  }

  @Rule(
      id = "MCH-025",
      value = "An unknown machine is not found, whatever the form of its id",
      needs = MACHINE,
      negative = true)
  void anUnknownMachineIsNotFound() {
    for (String id : List.of("nobody", "../users", "a/b", "0b9f2a52-7a52-4a52-8a52-0b9f2a520001")) {
      assertEquals(Optional.empty(), client().machines().find(MachineId.of(id)));
      refused(id, () -> client().machines().revoke(MachineId.of(id)), ErrorCode.MACHINE_NOT_FOUND);
      if (client().supports(MACHINE_ROTATE)) {
        refused(
            id,
            () -> client().machines().startRotation(MachineId.of(id)),
            ErrorCode.MACHINE_NOT_FOUND);
      }
    }
  }

  @Rule(
      id = "MCH-026",
      value = "Another project's machine is neither found nor revoked",
      needs = MACHINE,
      negative = true)
  void anotherProjectsMachineIsOutOfReach() {
    try (AuthHarness other = stranger()) {
      MachineCredential theirs = made(other);
      MachineId id = theirs.machine().id();
      assertEquals(Optional.empty(), client().machines().find(id));
      refused(() -> client().machines().revoke(id), ErrorCode.MACHINE_NOT_FOUND);
      other.client().machines().verify(presented(other, theirs));
    }
  }

  @Rule(
      id = "MCH-027",
      value = "Where machines have owners one must be named, who is there",
      needs = {MACHINE, MACHINE_OWNER},
      negative = true)
  void anOwnerMustBeNamed() {
    NewMachine nobodys = NewMachine.named("Nobody's").build();
    refusedUnsent(() -> client().machines().create(nobodys), ErrorCode.INVALID_ARGUMENT);
    refusedUnsent(() -> client().machines().list(MachineQuery.all()), ErrorCode.INVALID_ARGUMENT);
    for (String id : List.of("nobody", "0b9f2a52-7a52-4a52-8a52-0b9f2a520001")) {
      NewMachine strangers = NewMachine.named("A stranger's").owner(UserId.of(id)).build();
      refused(id, () -> client().machines().create(strangers), ErrorCode.USER_NOT_FOUND);
    }
  }

  @Rule(
      id = "MCH-028",
      value = "No secret is shown by what a machine's calls answer",
      needs = MACHINE,
      negative = true)
  void noSecretIsShown() {
    MachineCredential made = made();
    String secret = made.secret().reveal();
    Machine found = client().machines().find(made.machine().id()).orElseThrow();
    for (String text :
        List.of(
            made.toString(),
            found.toString(),
            found.name(),
            found.secretEnding().orElse(""),
            client().machines().list(query()).toString())) {
      assertFalse(text.contains(secret), "the secret is shown");
    }
    found.secretEnding().ifPresent(ending -> assertTrue(secret.endsWith(ending)));
  }

  /** Clients of their own: one may know for a while the keys that it read before. */
  @Rule(
      id = "MCH-029",
      value = "A token is good for as long as the key set has its key and no longer",
      needs = {MACHINE, MACHINE_TOKEN},
      negative = true)
  void aTokenOfAKeyThatIsGoneIsRefused() {
    MachineCredential made = made();
    MachineId id = made.machine().id();
    Secret before = token(made);
    assertEquals(id, verified(before).id());
    keys().rotate(Duration.ofMinutes(20));
    Secret after = token(made);
    clock().advance(Duration.ofMinutes(15));
    assertEquals(id, verified(before).id());
    assertEquals(id, verified(after).id());
    try (AuthClient another = harness().builder(Map.of()).build()) {
      assertEquals(id, another.machines().verify(before).id());
      assertEquals(id, another.machines().verify(after).id());
    }
    clock().advance(Duration.ofMinutes(10));
    assertEquals(id, verified(after).id());
    try (AuthClient another = harness().builder(Map.of()).build()) {
      assertEquals(id, another.machines().verify(after).id());
      refused(() -> another.machines().verify(before), ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(id = "MCH-002", value = "A machine that was made is found as it was made", needs = MACHINE)
  void aMachineIsFound() {
    Machine made = made().machine();
    Machine found = client().machines().find(made.id()).orElseThrow();
    assertEquals("Nightly import", found.name());
    assertEquals(made.owner(), found.owner());
    assertEquals(made.createdAt(), found.createdAt());
    assertEquals(made.expiresAt(), found.expiresAt());
    assertEquals(made.secretEnding(), found.secretEnding());
    assertFalse(found.revoked());
  }

  @Rule(
      id = "MCH-003",
      value = "Every machine is listed once, page by page, the revoked ones too",
      needs = MACHINE)
  void everyMachineIsListedOnce() {
    List<MachineId> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(made().machine().id());
    }
    client().machines().revoke(made.get(2));
    MachineQuery.Builder pages = MachineQuery.builder().limit(2);
    query().owner().ifPresent(pages::owner);
    Page<Machine> page = client().machines().list(pages.build());
    List<MachineId> listed = new ArrayList<>(page.items().stream().map(Machine::id).toList());
    while (page.next().isPresent()) {
      page = client().machines().list(pages.build().from(page.next().orElseThrow()));
      page.items().forEach(machine -> listed.add(machine.id()));
    }
    assertEquals(made.size(), listed.size());
    assertEquals(Set.copyOf(made), Set.copyOf(listed));
  }

  @Rule(
      id = "MCH-004",
      value = "A scope for every resource of its action allows each of them",
      needs = {MACHINE, MACHINE_SCOPES})
  void aStarAllowsEveryResource() {
    Secret presented = presented(made("read:*", "ping"));
    assertEquals(
        Set.of("read:*", "ping"), verified(presented, "read:books", "read:*", "ping").scopes());
    refused(() -> verified(presented, "write:books"), ErrorCode.SCOPE_MISSING);
  }
}
