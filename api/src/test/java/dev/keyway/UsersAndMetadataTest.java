package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersAndMetadataTest {

  @Test
  void aNewUserHasAnAddressOrANumber() {
    refuses("newUser", () -> NewUser.builder().displayName("Alice").build());
    refuses(
        "emailVerified",
        () -> NewUser.builder().phoneNumber(Samples.PHONE).emailVerified(true).build());
    assertEquals(Optional.of(Samples.EMAIL), NewUser.withEmail(Samples.EMAIL).email());
  }

  @Test
  void aNewUserIsChecked() {
    NewUser.Builder builder = NewUser.builder();
    refuses("email", () -> builder.email(absent()));
    refuses("phoneNumber", () -> builder.phoneNumber(absent()));
    refuses("displayName", () -> builder.displayName(absent()));
    refuses("displayName", () -> builder.displayName(" "));
    refuses("displayName", () -> builder.displayName("x".repeat(257)));
    refuses("externalId", () -> builder.externalId("a b"));
    refuses("scope", () -> builder.metadata(absent(), Map.of()));
    refuses("metadata", () -> builder.metadata(MetadataScope.SERVER_ONLY, absent()));
  }

  @Test
  void anUpdateMayTakeTheNameAway() {
    UserUpdate update = UserUpdate.builder().displayName("").build();
    assertEquals(Optional.of(""), update.displayName());
    assertEquals(Optional.empty(), UserUpdate.builder().build().displayName());
    refuses("displayName", () -> UserUpdate.builder().displayName("x".repeat(257)));
    refuses("externalId", () -> UserUpdate.builder().externalId(""));
  }

  @Test
  void metadataIsCopiedToTheBottom() {
    List<@Nullable Object> list = new ArrayList<>(Arrays.asList(1, null, "x"));
    Map<String, @Nullable Object> inner = new HashMap<>(Map.of("list", list));
    Map<String, @Nullable Object> outer = new HashMap<>(Map.of("inner", inner, "n", 1.5));
    outer.put("nothing", null);
    NewUser user =
        NewUser.builder().email(Samples.EMAIL).metadata(MetadataScope.USER_WRITABLE, outer).build();
    list.clear();
    inner.clear();
    outer.clear();
    Map<String, @Nullable Object> kept =
        user.metadata().getOrDefault(MetadataScope.USER_WRITABLE, Map.of());
    Map<String, @Nullable Object> expected = new HashMap<>();
    expected.put("inner", Map.of("list", Arrays.asList(1, null, "x")));
    expected.put("n", 1.5);
    expected.put("nothing", null);
    assertEquals(expected, kept);
    assertThrows(UnsupportedOperationException.class, () -> kept.put("x", 1));
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((Map<?, ?>) kept.getOrDefault("inner", Map.of())).clear());
  }

  @Test
  void metadataIsJson() {
    for (Object bad :
        List.of(
            Instant.EPOCH,
            Double.NaN,
            Float.POSITIVE_INFINITY,
            new int[] {1},
            'c',
            Set.of(1),
            new AtomicInteger(1),
            Samples.SECRET,
            Map.of(1, "a key that is no string"))) {
      refuses("metadata", () -> withMetadata(Map.of("a", bad)));
      refuses("metadata", () -> withMetadata(Map.of("a", List.of(Map.of("b", bad)))));
    }
    withMetadata(Map.of("a", new BigDecimal("1e400"), "b", List.of(true, "", 1L, Map.of())));
  }

  @Test
  void metadataIsNestedThirtyTwoDeepAtMost() {
    withMetadata(Map.of("a", nestedLists(31)));
    refuses("metadata", () -> withMetadata(Map.of("a", nestedLists(32))));
    withMetadata(nestedMaps(32));
    refuses("metadata", () -> withMetadata(nestedMaps(33)));
  }

  /** As many lists, and a number in the innermost one. */
  private static Object nestedLists(int depth) {
    Object node = 1;
    for (int i = 0; i < depth; i++) {
      node = List.of(node);
    }
    return node;
  }

  /** As many maps, and a number in the innermost one. */
  private static Map<String, Object> nestedMaps(int depth) {
    Map<String, Object> node = Map.of("n", 1);
    for (int i = 1; i < depth; i++) {
      node = Map.of("m", node);
    }
    return node;
  }

  @Test
  void metadataThatHoldsItselfIsRefused() {
    Map<String, @Nullable Object> ring = new HashMap<>();
    ring.put("ring", ring);
    refuses("metadata", () -> withMetadata(ring));
  }

  private static NewUser withMetadata(Map<String, ? extends @Nullable Object> values) {
    return NewUser.builder()
        .email(Samples.EMAIL)
        .metadata(MetadataScope.SERVER_ONLY, values)
        .build();
  }

  @Test
  void aQueryIsBounded() {
    assertEquals(100, UserQuery.all().limit());
    for (int allowed : List.of(1, 1000)) {
      assertEquals(allowed, UserQuery.builder().limit(allowed).build().limit());
    }
    for (String allowed : List.of("abc", "a".repeat(254))) {
      assertEquals(
          Optional.of(allowed), UserQuery.builder().emailContains(allowed).build().emailContains());
    }
    refuses("limit", () -> UserQuery.builder().limit(0));
    refuses("limit", () -> UserQuery.builder().limit(1001));
    refuses("emailContains", () -> UserQuery.builder().emailContains("ab"));
    refuses("emailContains", () -> UserQuery.builder().emailContains(" ab "));
    refuses("emailContains", () -> UserQuery.builder().emailContains("a".repeat(255)));
    refuses("cursor", () -> UserQuery.builder().cursor(absent()));
  }

  @Test
  void aQueryForMachinesIsBounded() {
    assertEquals(100, MachineQuery.all().limit());
    for (int allowed : List.of(1, 1000)) {
      assertEquals(allowed, MachineQuery.builder().limit(allowed).build().limit());
    }
    refuses("limit", () -> MachineQuery.builder().limit(0));
    refuses("limit", () -> MachineQuery.builder().limit(1001));
    refuses("cursor", () -> MachineQuery.builder().cursor(absent()));
    refuses("owner", () -> MachineQuery.builder().owner(absent()));
  }

  @Test
  void theNextPageOfMachinesIsOfTheSameQuery() {
    MachineQuery first = MachineQuery.builder().limit(7).owner(Samples.USER_ID).build();
    MachineQuery second = first.from(PageCursor.of("c2"));
    assertEquals(Optional.empty(), first.cursor());
    assertEquals(7, second.limit());
    assertEquals(Optional.of(Samples.USER_ID), second.owner());
    assertEquals(Optional.of(PageCursor.of("c2")), second.cursor());
    assertEquals(Optional.of(Samples.USER_ID), MachineQuery.of(Samples.USER_ID).owner());
  }

  @Test
  void theNextPageIsOfTheSameQuery() {
    UserQuery first = UserQuery.builder().limit(7).emailContains(" alice ").build();
    UserQuery second = first.from(PageCursor.of("c2"));
    UserQuery third = second.from(PageCursor.of("c3"));
    assertEquals(Optional.empty(), first.cursor());
    assertEquals(7, third.limit());
    assertEquals(Optional.of("alice"), third.emailContains());
    assertEquals(Optional.of(PageCursor.of("c3")), third.cursor());
  }

  @Test
  void aUserIsTheSameUserWhateverItSays() {
    User named = User.builder(Samples.USER_ID).displayName("Alice").build();
    assertEquals(Samples.USER, named);
    assertEquals(Samples.USER.hashCode(), named.hashCode());
    assertNotEquals(User.builder(UserId.of("user-2")).build(), named);
  }

  @Test
  void theFirstAddressIsThePrimaryOne() {
    UserEmail first = new UserEmail(Samples.EMAIL, true);
    UserEmail second = new UserEmail(EmailAddress.of("b@example.com"), false);
    User user = User.builder(Samples.USER_ID).emails(List.of(first, second)).build();
    assertEquals(Optional.of(first), user.primaryEmail());
    assertEquals(Optional.empty(), Samples.USER.primaryEmail());
    assertEquals(Map.of(), Samples.USER.metadata(MetadataScope.SERVER_ONLY));
    refuses(
        "emails element",
        () -> User.builder(Samples.USER_ID).emails(Arrays.asList(first, absent())));
  }

  @Test
  void aSessionIsTheSameSessionWhateverItSays() {
    Session used =
        Session.builder(Samples.SESSION.id(), Samples.USER_ID).lastUsedAt(Samples.NOON).build();
    assertEquals(Samples.SESSION, used);
    assertEquals(Samples.SESSION.hashCode(), used.hashCode());
    refuses("id", () -> Session.builder(absent(), Samples.USER_ID));
    refuses("userId", () -> Session.builder(Samples.SESSION.id(), absent()));
  }
}
