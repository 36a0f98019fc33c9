package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.List;
import java.util.Optional;

/** The beginning of every account that people make themselves. */
public final class SignUps {
  private SignUps() {}

  /**
   * An anonymous user who is signed in becomes a full one and keeps their id; anybody else gets a
   * new account, also when they are signed in already.
   */
  public static StackAuthUser newOrUpgraded(
      StackAuthProject project, Optional<StackAuthUser> signedIn, Optional<Address> email) {
    Optional<StackAuthUser> anonymous = signedIn.filter(user -> user.anonymous);
    StackAuthUser user;
    if (anonymous.isPresent()) {
      user = anonymous.get();
      user.anonymous = false;
      user.createdAt(project.now());
      email.ifPresent(address -> project.users().addAddress(user, address));
    } else {
      user = new StackAuthUser(project.context().random().uuid(), project.now());
      project.users().add(user, email.map(List::of).orElse(List.of()));
    }
    email.ifPresent(address -> user.primaryEmailId = address.id());
    return user;
  }
}
