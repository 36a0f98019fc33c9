package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.internal.password.SaltedSha256;
import dev.keyway.emulator.internal.random.Randomness;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final class TestUser extends User {
    TestUser(String id) {
      super(id, Instant.EPOCH);
    }

    TestUser(User other) {
      super(other);
    }
  }

  private static final Password PASSWORD =
      new Password("p1", SaltedSha256.of("s3cr3t", new Randomness(new SecureRandom())), false);

  private final Users<User> users = new Users<>();
  private final User ada = new TestUser("ada");
  private final User bob = new TestUser("bob");

  private static Address email(String id, String value, boolean identifying) {
    return new Address(id, Address.Kind.EMAIL, value, false, identifying, Instant.EPOCH);
  }

  @Test
  void anIdentifyingAddressExistsOnceWhateverItsSpelling() {
    assertTrue(users.add(ada, List.of(email("1", "Ada@Example.com", true))));

    assertFalse(users.add(bob, List.of(email("2", "ada@example.COM ", true))));
    assertEquals(Optional.empty(), users.byId("bob"), "nothing was added");
    assertEquals(Optional.of(ada), users.byIdentity(Address.Kind.EMAIL, "ada@example.com"));
  }

  @Test
  void addressesThatDoNotIdentifyMayRepeat() {
    users.add(ada, List.of(email("1", "x@example.com", true)));

    assertTrue(users.add(bob, List.of(email("2", "x@example.com", false))));
    assertEquals(Optional.of(ada), users.byIdentity(Address.Kind.EMAIL, "x@example.com"));
  }

  @Test
  void aRemovedPersonFreesTheirAddresses() {
    users.add(ada, List.of(email("1", "ada@example.com", true)));
    users.remove(ada);

    assertEquals(Optional.empty(), users.byAddressId("1"));
    assertTrue(users.add(bob, List.of(email("2", "ada@example.com", true))));
  }

  @Test
  void aChangedAddressIsFoundByItsNewValueOnly() {
    Address address = email("1", "old@example.com", true);
    users.add(ada, List.of(address));

    assertTrue(users.changeValue(ada, address, "new@example.com"));
    assertEquals(Optional.empty(), users.byIdentity(Address.Kind.EMAIL, "old@example.com"));
    assertEquals(Optional.of(ada), users.byIdentity(Address.Kind.EMAIL, "new@example.com"));
  }

  @Test
  void anAddressCannotBeginToIdentifyWhereAnotherDoes() {
    Address second = email("2", "x@example.com", false);
    users.add(ada, List.of(email("1", "x@example.com", true)));
    users.add(bob, List.of(second));

    assertFalse(users.changeIdentifying(bob, second, true));
    assertFalse(second.identifying());
  }

  @Test
  void anAddressThatMayIdentifyDoesFromThenOn() {
    Address address = email("1", "ada@example.com", false);
    users.add(ada, List.of(address));
    assertEquals(Optional.empty(), users.byIdentity(Address.Kind.EMAIL, "ada@example.com"));

    assertTrue(users.changeIdentifying(ada, address, true));
    assertTrue(users.changeIdentifying(ada, address, true), "as it does already");
    assertEquals(Optional.of(ada), users.byIdentity(Address.Kind.EMAIL, "ada@example.com"));
    assertTrue(users.changeIdentifying(ada, address, false));
    assertEquals(Optional.empty(), users.byIdentity(Address.Kind.EMAIL, "ada@example.com"));
    assertEquals(Optional.of(ada), users.byAddressId("1"));
  }

  @Test
  void anotherAddressIsAddedUnlessItIsTaken() {
    users.add(ada, List.of(email("1", "ada@example.com", true)));
    users.add(bob, List.of());
    Address taken = email("2", "ADA@example.com", true);
    Address free = email("3", "bob@example.com", true);

    assertFalse(users.addAddress(bob, taken));
    assertEquals(List.of(), bob.addresses());
    assertEquals(Optional.empty(), users.byAddressId("2"));
    assertTrue(users.addAddress(bob, email("4", "ada@example.com", false)));
    assertTrue(users.addAddress(bob, free));
    assertEquals(Optional.of(bob), users.byIdentity(Address.Kind.EMAIL, "bob@example.com"));

    users.removeAddress(bob, free);
    assertEquals(Optional.empty(), users.byIdentity(Address.Kind.EMAIL, "bob@example.com"));
    assertEquals(Optional.empty(), users.byAddressId("3"));
    assertEquals(1, bob.addresses().size());
  }

  @Test
  void aValueIsNotChangedToOneThatIsTaken() {
    Address address = email("2", "bob@example.com", true);
    Address other = email("3", "also-bob@example.com", false);
    users.add(ada, List.of(email("1", "ada@example.com", true)));
    users.add(bob, List.of(address, other));

    assertFalse(users.changeValue(bob, address, "ada@example.com"));
    assertEquals("bob@example.com", address.value());
    assertTrue(users.changeValue(bob, address, "Bob@example.com"), "another spelling of itself");
    assertEquals("Bob@example.com", address.value());
    assertTrue(users.changeValue(bob, other, "ada@example.com"), "which does not identify");
    assertEquals(Optional.of(ada), users.byIdentity(Address.Kind.EMAIL, "ada@example.com"));
  }

  @Test
  void everybodyIsToldOldestFirst() {
    users.add(bob, List.of());
    users.add(ada, List.of());

    assertEquals(List.of(bob, ada), List.copyOf(users.all()));
    assertEquals(2, users.size());
    assertThrows(IllegalStateException.class, () -> users.add(new TestUser("ada"), List.of()));
  }

  @Test
  void whoLooksOnIsToldOfWhoeverIsLookedUp() {
    List<User> told = new ArrayList<>();
    users.watch(told::add);
    users.add(ada, List.of(email("1", "ada@example.com", true)));
    users.byId("ada");
    users.byId("nobody");
    users.byAddressId("1");
    users.byIdentity(Address.Kind.EMAIL, "ada@example.com");
    assertEquals(List.of(ada, ada, ada, ada), told);

    assertTrue(users.contains(ada));
    assertFalse(users.contains(new TestUser("ada")), "another one of the same id");
    assertEquals(4, told.size());
    users.copy(TestUser::new).byId("ada");
    assertEquals(5, told.size());
  }

  @Test
  void aCopyHasTheSameUsersOfItsOwn() {
    Address address = email("1", "ada@example.com", true);
    users.add(ada, List.of(address));
    assertFalse(address.verified());
    address.verified(true);
    ada.password(PASSWORD);
    Users<User> copy = users.copy(TestUser::new);

    User twin = copy.byIdentity(Address.Kind.EMAIL, "ada@example.com").orElseThrow();
    assertNotSame(ada, twin);
    assertSame(twin, copy.byId("ada").orElseThrow());
    assertSame(twin, copy.byAddressId("1").orElseThrow());
    assertEquals(Optional.of(PASSWORD), twin.password());
    Address same = twin.address("1").orElseThrow();
    assertTrue(same.verified() && same.identifying());
    assertEquals(Instant.EPOCH, same.createdAt());
    same.verified(false);
    assertTrue(address.verified());
    copy.remove(twin);
    assertEquals(1, users.size());
  }

  @Test
  void aUserTellsAddressesByIdKindAndValue() {
    Address mail = email("1", "Ada@example.com", true);
    Address phone =
        new Address("2", Address.Kind.PHONE, "+14155550123", true, false, Instant.EPOCH);
    users.add(ada, List.of(mail, phone));

    assertEquals(List.of(mail, phone), ada.addresses());
    assertEquals(List.of(phone), ada.addresses(Address.Kind.PHONE));
    assertEquals(Optional.of(phone), ada.address("2"));
    assertEquals(Optional.empty(), ada.address("3"));
    assertEquals(Optional.of(mail), ada.address(Address.Kind.EMAIL, "ada@EXAMPLE.com"));
    assertEquals(Optional.of(phone), ada.address(Address.Kind.PHONE, " +14155550123 "));
    assertEquals(Optional.empty(), ada.address(Address.Kind.PHONE, "ada@example.com"));
    assertEquals(
        new Account.Contact(Account.Contact.Kind.PHONE, "+14155550123", true), phone.contact());
  }

  @Test
  void aPasswordIsSetTakenAwayAndMarkedForAReset() {
    assertEquals(Optional.empty(), ada.password());
    ada.password(PASSWORD);
    assertEquals(Optional.of(PASSWORD), ada.password());
    Password marked = PASSWORD.requiringReset();
    assertTrue(marked.resetRequired());
    assertEquals(PASSWORD.id(), marked.id());
    assertSame(PASSWORD.hash(), marked.hash());
    ada.password(null);
    assertEquals(Optional.empty(), ada.password());
  }

  @Test
  void theBeginningOfAnAccountCanBeMoved() {
    assertEquals(Instant.EPOCH, ada.createdAt());
    ada.createdAt(Instant.EPOCH.plusSeconds(7));
    assertEquals(Instant.EPOCH.plusSeconds(7), ada.createdAt());
  }
}
