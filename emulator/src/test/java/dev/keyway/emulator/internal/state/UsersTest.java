package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final class TestUser extends User {
    TestUser(String id) {
      super(id, Instant.EPOCH);
    }
  }

  private final Users<User> people = new Users<>();
  private final User ada = new TestUser("ada");
  private final User bob = new TestUser("bob");

  private static Address email(String id, String value, boolean identifying) {
    return new Address(id, Address.Kind.EMAIL, value, false, identifying, Instant.EPOCH);
  }

  @Test
  void anIdentifyingAddressExistsOnceWhateverItsSpelling() {
    assertTrue(people.add(ada, List.of(email("1", "Ada@Example.com", true))));

    assertFalse(people.add(bob, List.of(email("2", "ada@example.COM ", true))));
    assertEquals(Optional.empty(), people.byId("bob"), "nothing was added");
    assertEquals(Optional.of(ada), people.byIdentity(Address.Kind.EMAIL, "ada@example.com"));
  }

  @Test
  void addressesThatDoNotIdentifyMayRepeat() {
    people.add(ada, List.of(email("1", "x@example.com", true)));

    assertTrue(people.add(bob, List.of(email("2", "x@example.com", false))));
    assertEquals(Optional.of(ada), people.byIdentity(Address.Kind.EMAIL, "x@example.com"));
  }

  @Test
  void aRemovedPersonFreesTheirAddresses() {
    people.add(ada, List.of(email("1", "ada@example.com", true)));
    people.remove(ada);

    assertEquals(Optional.empty(), people.byAddressId("1"));
    assertTrue(people.add(bob, List.of(email("2", "ada@example.com", true))));
  }

  @Test
  void aChangedAddressIsFoundByItsNewValueOnly() {
    Address address = email("1", "old@example.com", true);
    people.add(ada, List.of(address));

    assertTrue(people.changeValue(ada, address, "new@example.com"));
    assertEquals(Optional.empty(), people.byIdentity(Address.Kind.EMAIL, "old@example.com"));
    assertEquals(Optional.of(ada), people.byIdentity(Address.Kind.EMAIL, "new@example.com"));
  }

  @Test
  void anAddressCannotBeginToIdentifyWhereAnotherDoes() {
    Address second = email("2", "x@example.com", false);
    people.add(ada, List.of(email("1", "x@example.com", true)));
    people.add(bob, List.of(second));

    assertFalse(people.changeIdentifying(bob, second, true));
    assertFalse(second.identifying());
  }
}
