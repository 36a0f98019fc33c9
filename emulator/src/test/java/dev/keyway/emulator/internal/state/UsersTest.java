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
}
