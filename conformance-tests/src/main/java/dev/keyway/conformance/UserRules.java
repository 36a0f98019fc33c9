package dev.keyway.conformance;

import static dev.keyway.Capability.METADATA_SERVER_ONLY;
import static dev.keyway.Capability.METADATA_USER_READABLE;
import static dev.keyway.Capability.METADATA_USER_WRITABLE;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.USER_CREATE;
import static dev.keyway.Capability.USER_DELETE;
import static dev.keyway.Capability.USER_EXTERNAL_ID;
import static dev.keyway.Capability.USER_FIND;
import static dev.keyway.Capability.USER_SEARCH;
import static dev.keyway.Capability.USER_UPDATE;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** USR: users. */
abstract class UserRules extends Rules {

  UserRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "USR-001",
      value = "A user who was made is found by id and by address in any case",
      needs = {USER_CREATE, USER_FIND})
  void aUserWhoWasMadeIsFound() {
    User made = client().users().create(NewUser.builder().email(ada()).displayName("Ada").build());
    assertEquals(Optional.of("Ada"), made.displayName());
    assertFalse(made.hasPassword());
    assertEquals(made, client().users().find(made.id()).orElseThrow());
    EmailAddress upper = EmailAddress.of(ada().value().toUpperCase(Locale.ROOT));
    assertEquals(made, client().users().findByEmail(upper).orElseThrow());
  }

  @Rule(
      id = "USR-010",
      value = "An address is one user's in both spellings of an internationalized domain",
      needs = {USER_CREATE, USER_FIND})
  void bothSpellingsOfADomainAreOneAddress() {
    String local = ada().value().substring(0, ada().value().lastIndexOf('@') + 1);
    EmailAddress typed = EmailAddress.of(local + "b\u00FCcher.\u0440\u0444");
    EmailAddress ascii = EmailAddress.of(local + "xn--bcher-kva.xn--p1ai");
    User made = client().users().create(NewUser.withEmail(typed));
    assertEquals(Optional.of(made), client().users().findByEmail(ascii));
    assertEquals(Optional.of(made), client().users().findByEmail(typed));
    assertEquals(ascii, made.primaryEmail().orElseThrow().address());
    refused(
        () -> client().users().create(NewUser.withEmail(ascii)), ErrorCode.ACCOUNT_ALREADY_EXISTS);
  }

  @Rule(
      id = "USR-002",
      value = "An update changes what it names and leaves the rest",
      needs = {USER_CREATE, USER_UPDATE, METADATA_USER_READABLE})
  void anUpdateChangesWhatItNames() {
    UserId id =
        client()
            .users()
            .create(
                NewUser.builder()
                    .email(ada())
                    .displayName("Ada")
                    .metadata(MetadataScope.USER_READABLE, Map.of("plan", "pro"))
                    .build())
            .id();
    User changed =
        client().users().update(id, UserUpdate.builder().displayName("Countess").build());
    assertEquals(Optional.of("Countess"), changed.displayName());
    assertEquals(Map.of("plan", "pro"), changed.metadata(MetadataScope.USER_READABLE));
    assertEquals(ada(), changed.primaryEmail().orElseThrow().address());
  }

  @Rule(
      id = "USR-003",
      value = "Metadata of a scope is replaced as a whole",
      needs = {USER_CREATE, USER_UPDATE, USER_FIND, METADATA_USER_READABLE})
  void metadataIsReplacedAsAWhole() {
    replacesMetadata(MetadataScope.USER_READABLE);
  }

  @Rule(
      id = "USR-004",
      value = "Metadata that the user may write is replaced as a whole",
      needs = {USER_CREATE, USER_UPDATE, USER_FIND, METADATA_USER_WRITABLE})
  void userWritableMetadataIsReplacedAsAWhole() {
    replacesMetadata(MetadataScope.USER_WRITABLE);
  }

  @Rule(
      id = "USR-005",
      value = "Metadata for servers only is replaced as a whole",
      needs = {USER_CREATE, USER_UPDATE, USER_FIND, METADATA_SERVER_ONLY})
  void serverMetadataIsReplacedAsAWhole() {
    replacesMetadata(MetadataScope.SERVER_ONLY);
  }

  @Rule(
      id = "USR-006",
      value = "An external id given to a user is theirs",
      needs = {USER_CREATE, USER_FIND, USER_EXTERNAL_ID})
  void anExternalIdIsTheUsers() {
    User made =
        client().users().create(NewUser.builder().email(ada()).externalId("crm-17").build());
    assertEquals(
        Optional.of("crm-17"), client().users().find(made.id()).orElseThrow().externalId());
  }

  @Rule(
      id = "USR-007",
      value = "Paging lists everybody once, within the limit",
      needs = {USER_CREATE, USER_SEARCH})
  void pagingListsEverybodyOnce() {
    Set<UserId> made = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      made.add(client().users().create(NewUser.withEmail(harness().address("user" + i))).id());
    }
    List<UserId> listed = new ArrayList<>();
    UserQuery query = UserQuery.builder().limit(2).build();
    Optional<PageCursor> next;
    int pages = 0;
    do {
      Page<User> page = client().users().search(query);
      assertTrue(page.items().size() <= 2, "a page holds more than its limit");
      page.items().forEach(user -> listed.add(user.id()));
      next = page.next();
      if (next.isPresent()) {
        query = query.from(next.orElseThrow());
      }
      pages++;
    } while (next.isPresent() && pages < 20);
    assertEquals(made.size(), listed.size(), () -> "listed " + listed);
    assertEquals(made, new HashSet<>(listed));
  }

  @Rule(
      id = "USR-008",
      value = "A search by a part of an address finds those who have it, in any case",
      needs = {USER_CREATE, USER_SEARCH})
  void aSearchByAPartOfAnAddressFinds() {
    User made = client().users().create(NewUser.withEmail(harness().address("lovelace")));
    client().users().create(NewUser.withEmail(bob()));
    assertEquals(
        List.of(made),
        client().users().search(UserQuery.builder().emailContains("LOVELACE").build()).items());
  }

  @Rule(
      id = "USR-009",
      value = "Users are listed newest first",
      needs = {USER_CREATE, USER_SEARCH})
  void usersAreListedNewestFirst() {
    User older = client().users().create(NewUser.withEmail(ada()));
    clock().advance(Duration.ofMinutes(1));
    User newer = client().users().create(NewUser.withEmail(bob()));
    assertEquals(List.of(newer, older), client().users().search(UserQuery.all()).items());
  }

  @Rule(
      id = "USR-020",
      value = "A second user with the address is refused, in any case of it",
      negative = true,
      needs = {USER_CREATE, USER_SEARCH})
  void aSecondUserWithTheAddressIsRefused() {
    client().users().create(NewUser.withEmail(ada()));
    for (String address : new String[] {ada().value(), ada().value().toUpperCase(Locale.ROOT)}) {
      refused(
          () -> client().users().create(NewUser.withEmail(EmailAddress.of(address))),
          ErrorCode.ACCOUNT_ALREADY_EXISTS);
    }
    assertEquals(1, client().users().search(UserQuery.all()).items().size());
  }

  @Rule(
      id = "USR-021",
      value = "Nobody is found by an unknown id, by an id of another form or by an unknown address",
      negative = true,
      needs = {USER_CREATE, USER_FIND})
  void nobodyIsFoundByAnUnknownId() {
    User made = client().users().create(NewUser.withEmail(ada()));
    String id = made.id().value();
    char last = id.charAt(id.length() - 1);
    String unknown = id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
    for (String nobody : new String[] {unknown, "nobody", "../users", "me", "a%2Fb", "%"}) {
      assertEquals(Optional.empty(), client().users().find(UserId.of(nobody)), nobody);
    }
    assertEquals(Optional.empty(), client().users().findByEmail(bob()));
  }

  @Rule(
      id = "USR-022",
      value = "An address that merely contains a user's address finds nobody",
      negative = true,
      needs = {USER_CREATE, USER_FIND})
  void aSimilarAddressFindsNobody() {
    client().users().create(NewUser.withEmail(ada()));
    assertEquals(
        Optional.empty(), client().users().findByEmail(EmailAddress.of("x" + ada().value())));
    assertEquals(
        Optional.empty(),
        client().users().findByEmail(EmailAddress.of(ada().value().substring(1))));
  }

  @Rule(
      id = "USR-023",
      value = "A user of another project is not found, changed or deleted",
      negative = true,
      needs = {USER_CREATE, USER_FIND, USER_UPDATE, USER_DELETE})
  void aUserOfAnotherProjectIsOutOfReach() {
    try (AuthHarness stranger = stranger()) {
      UserId foreign = stranger.client().users().create(NewUser.withEmail(ada())).id();
      assertEquals(Optional.empty(), client().users().find(foreign));
      assertEquals(Optional.empty(), client().users().findByEmail(ada()));
      refused(
          () -> client().users().update(foreign, UserUpdate.builder().displayName("Eve").build()),
          ErrorCode.USER_NOT_FOUND);
      refused(() -> client().users().delete(foreign), ErrorCode.USER_NOT_FOUND);
      assertTrue(stranger.client().users().find(foreign).isPresent());
    }
  }

  @Rule(
      id = "USR-024",
      value = "A deleted user is gone: not found, not changed, not deleted again",
      negative = true,
      needs = {USER_CREATE, USER_FIND, USER_UPDATE, USER_DELETE})
  void aDeletedUserIsGone() {
    UserId id = client().users().create(NewUser.withEmail(ada())).id();
    client().users().delete(id);
    assertEquals(Optional.empty(), client().users().find(id));
    assertEquals(Optional.empty(), client().users().findByEmail(ada()));
    refused(
        () -> client().users().update(id, UserUpdate.builder().displayName("Eve").build()),
        ErrorCode.USER_NOT_FOUND);
    refused(() -> client().users().delete(id), ErrorCode.USER_NOT_FOUND);
  }

  @Rule(
      id = "USR-025",
      value = "A deleted user can't sign in, and the address is free again",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, USER_DELETE})
  void aDeletedUserCantSignIn() {
    UserId id = signUp(ada()).user().id();
    client().users().delete(id);
    refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.INVALID_CREDENTIALS);
    assertFalse(signUp(ada()).user().id().equals(id), "the old user came back");
  }

  @Rule(
      id = "USR-026",
      value = "Deleting or changing an unknown user is refused",
      negative = true,
      needs = {USER_UPDATE, USER_DELETE})
  void changingAnUnknownUserIsRefused() {
    UserId nobody = UserId.of("nobody");
    refused(() -> client().users().delete(nobody), ErrorCode.USER_NOT_FOUND);
    refused(
        () -> client().users().update(nobody, UserUpdate.builder().displayName("Eve").build()),
        ErrorCode.USER_NOT_FOUND);
  }

  @Rule(
      id = "USR-027",
      value = "A search for an address that nobody has is empty",
      negative = true,
      needs = {USER_CREATE, USER_SEARCH})
  void aSearchForNobodyIsEmpty() {
    client().users().create(NewUser.withEmail(ada()));
    assertEquals(
        List.of(),
        client().users().search(UserQuery.builder().emailContains("zzz-nobody").build()).items());
  }

  private void replacesMetadata(MetadataScope scope) {
    Map<String, Object> first = Map.of("plan", "pro", "seats", 3, "tags", List.of("a", "b"));
    User made =
        client().users().create(NewUser.builder().email(ada()).metadata(scope, first).build());
    assertEquals(
        first.keySet(), client().users().find(made.id()).orElseThrow().metadata(scope).keySet());
    client()
        .users()
        .update(made.id(), UserUpdate.builder().metadata(scope, Map.of("plan", "free")).build());
    assertEquals(
        Map.of("plan", "free"), client().users().find(made.id()).orElseThrow().metadata(scope));
  }
}
