package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The beginning of every account. */
public final class SignUps {
  private SignUps() {}

  /** As the other, of somebody of whom no more than the address is known. */
  public static StackAuthUser newOrUpgraded(
      StackAuthProject project, Optional<StackAuthUser> signedIn, Optional<Address> email) {
    return newOrUpgraded(project, signedIn, email, user -> {});
  }

  /**
   * An anonymous user who is signed in becomes a full one and keeps their id; anybody else gets a
   * new account, also when they are signed in already.
   *
   * @param profile writes down what else is known of them
   */
  public static StackAuthUser newOrUpgraded(
      StackAuthProject project,
      Optional<StackAuthUser> signedIn,
      Optional<Address> email,
      Consumer<StackAuthUser> profile) {
    Optional<StackAuthUser> anonymous = signedIn.filter(user -> user.anonymous);
    StackAuthUser user =
        anonymous.orElseGet(
            () -> new StackAuthUser(project.context().random().uuid(), project.now()));
    if (anonymous.isPresent()) {
      email.ifPresent(address -> project.users().addAddress(user, address));
    } else {
      project.users().add(user, email.map(List::of).orElse(List.of()));
    }
    email.ifPresent(address -> user.primaryEmailId = address.id());
    profile.accept(user);
    if (anonymous.isPresent()) {
      upgrade(project, user);
      Events.userUpdated(project, user);
    } else {
      begin(project, user);
    }
    return user;
  }

  /** Gives a new user what the project gives to all, permissions and perhaps a team, and tells. */
  public static void begin(StackAuthProject project, StackAuthUser user) {
    user.set(
        StackAuthUserRows.PERMISSIONS,
        Set.copyOf(
            Permissions.direct(
                project, PermissionScope.PROJECT, project.settings().userPermissions())));
    Events.userCreated(project, user);
    PersonalTeams.make(project, user);
  }

  /** Makes an anonymous user, whose name and address are set, a full one. */
  public static void upgrade(StackAuthProject project, StackAuthUser user) {
    user.anonymous = false;
    user.createdAt(project.now());
    PersonalTeams.rename(project, user);
  }
}
