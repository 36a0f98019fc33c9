package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds, makes or extends the user that a code or a link goes to. */
public final class Recipients {
  /** How long an address that was added to a user may stay unproved. */
  private static final Duration PROOF_TIME = Duration.ofMinutes(5);

  /** Inferred: that there is a limit is known by its error's name only. */
  private static final int MOST_UNPROVED = 5;

  private Recipients() {}

  /**
   * Who a message goes to.
   *
   * @param user whose address it is
   * @param address where it goes
   * @param created whether the user was made for it
   */
  public record Recipient(StytchUser user, Address address, boolean created) {}

  /**
   * The user with that address, or a new one.
   *
   * @throws StytchFailure if the address may not become a user's ({@link
   *     AddressLists#SIGN_UP_ERRORS})
   */
  public static Recipient loginOrCreate(
      StytchProject project, Address.Kind kind, String value, boolean pending) {
    Optional<StytchUser> known = project.users().byIdentity(kind, value);
    if (known.isPresent()) {
      return new Recipient(known.get(), UserLookup.address(known.get(), kind, value), false);
    }
    if (kind == Address.Kind.EMAIL) {
      AddressLists.requireWelcome(project, value);
    }
    StytchUser user = project.newUser();
    user.set(StytchUserRows.PENDING, pending);
    Address address = project.newAddress(kind, value, false);
    if (!project.users().add(user, List.of(address))) {
      throw duplicate(kind).failure();
    }
    return new Recipient(user, address, true);
  }

  /** The user with that address. */
  public static Recipient existing(StytchProject project, Address.Kind kind, String value) {
    StytchUser user =
        project
            .users()
            .byIdentity(kind, value)
            .orElseThrow(
                (kind == Address.Kind.EMAIL
                        ? StytchError.EMAIL_NOT_FOUND
                        : StytchError.PHONE_NUMBER_NOT_FOUND)
                    ::failure);
    return new Recipient(user, UserLookup.address(user, kind, value), false);
  }

  /**
   * Checks that a user may have another address.
   *
   * @throws StytchFailure if somebody has it, or the user has too many unproved ones
   */
  public static void requireAddable(
      StytchProject project, StytchUser user, Address.Kind kind, String value) {
    Optional<StytchUser> owner = project.users().byIdentity(kind, value);
    if (owner.filter(other -> other != user).isPresent()) {
      throw duplicate(kind).failure();
    }
    Optional<Address> own = user.address(kind, value);
    if (own.isPresent()) {
      // Asking again while the proof is awaited is a resend (inferred).
      if (!project.awaitsProof(own.get())) {
        throw (kind == Address.Kind.EMAIL
                ? StytchError.DUPLICATE_EMAIL_FOR_USER
                : StytchError.DUPLICATE_PHONE_NUMBER_FOR_USER)
            .failure();
      }
      return;
    }
    if (user.addresses().stream().filter(project::awaitsProof).count() >= MOST_UNPROVED) {
      throw StytchError.TOO_MANY_UNVERIFIED_FACTORS.failure();
    }
  }

  /** Gives a user an address, which goes again unless it is proved in time. */
  public static Recipient added(
      StytchProject project, StytchUser user, Address.Kind kind, String value) {
    Address address =
        user.address(kind, value)
            .orElseGet(
                () -> {
                  Address made = project.newAddress(kind, value, false);
                  project.users().addAddress(user, made);
                  return made;
                });
    project.expectProof(address, project.now().plus(PROOF_TIME));
    return new Recipient(user, address, false);
  }

  /**
   * Records that a user reads an address.
   *
   * @return whether the user's other sessions are over: somebody else may have set the password
   *     before the address was proved for the first time
   */
  public static boolean proved(
      StytchProject project, StytchUser user, Address address, SessionInput input) {
    boolean takeover =
        address.kind() == Address.Kind.EMAIL
            && !address.verified()
            && user.password().filter(password -> !password.resetRequired()).isPresent()
            // Inferred: whoever added the address, or proves it, from inside is no stranger.
            && !project.awaitsProof(address)
            && input.existingOf(user).isEmpty();
    address.verified(true);
    project.proofCame(address);
    if (takeover) {
      user.password().ifPresent(password -> user.password(password.requiringReset()));
      project.sessions().revokeAll(user.id());
    }
    return takeover;
  }

  private static StytchError duplicate(Address.Kind kind) {
    return kind == Address.Kind.EMAIL
        ? StytchError.DUPLICATE_EMAIL
        : StytchError.DUPLICATE_PHONE_NUMBER;
  }
}
