package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Address;
import java.util.List;
import java.util.Optional;

/** The beginning of every account that people make themselves. */
final class SignUps {
  private SignUps() {}

  /**
   * An anonymous user who is signed in becomes a full one and keeps their id; anybody else gets a
   * new account, also when they are signed in already.
   */
  static StackUser newOrUpgraded(
      StackAuthProject project, Optional<StackUser> signedIn, Optional<Address> email) {
    Optional<StackUser> anonymous = signedIn.filter(user -> user.anonymous);
    StackUser user;
    if (anonymous.isPresent()) {
      user = anonymous.get();
      user.anonymous = false;
      user.createdAt(project.now());
      email.ifPresent(address -> project.people().addAddress(user, address));
    } else {
      user = new StackUser(project.environment().random().uuid(), project.now());
      project.people().add(user, email.map(List::of).orElse(List.of()));
    }
    email.ifPresent(address -> user.primaryEmailId = address.id());
    return user;
  }
}
