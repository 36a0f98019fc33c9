package dev.keyway.emulator;

import java.util.List;
import java.util.Optional;

/**
 * The users of a world's projects, and what an administrator or the users' own devices could do
 * about them. Nothing of it goes over the wire, stands in the ledger or meets a fault. Safe for use
 * by several threads, also while requests are being answered.
 */
public interface Accounts {

  /** All users, by vendor as in {@link World#services}, the oldest of each first: a snapshot. */
  List<Account> list();

  /** How many users there are, in all projects. */
  int count();

  /** The user with that id, whichever provider it is of. */
  Optional<Account> find(String id);

  /**
   * Locks a user in the vendor's own way, which the interface of its {@link VendorService} tells.
   * Sessions go on living.
   *
   * @throws UnknownIdException if there is no such user
   */
  void lock(String id);

  /**
   * Takes a lock away, whoever set it; does nothing if there is none.
   *
   * @throws UnknownIdException if there is no such user
   */
  void unlock(String id);

  /**
   * Ends all sessions of a user.
   *
   * @return how many of them still lived
   * @throws UnknownIdException if there is no such user
   */
  int revokeSessions(String id);

  /**
   * The code that the user's authenticator app shows now, by the world's clock. There is one from
   * the moment when the provider knows the key, even before a first code confirmed it.
   *
   * @return empty if there is no such user, or they have no authenticator app
   */
  Optional<String> currentTotp(String id);
}
