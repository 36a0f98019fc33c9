package dev.keyway;

import java.util.Optional;

/**
 * The people behind the sign-ins, as an administrator sees them.
 *
 * @see AuthClient#users()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code users}
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>, {@code users}
 */
public interface Users {

  /**
   * Makes a user without signing anybody in. Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}.
   *
   * <p>Providers: send it once; what the vendor can't hold must have been a capability, and is
   * never left out silently.
   *
   * <p>Needs {@link Capability#USER_CREATE}.
   *
   * @param newUser the user
   * @param options what else
   * @return the user as made
   */
  default User create(NewUser newUser, CallOptions options) {
    throw AuthException.unsupported("users.create");
  }

  /** {@link #create(NewUser, CallOptions)} with nothing set. */
  default User create(NewUser newUser) {
    return create(newUser, CallOptions.defaults());
  }

  /**
   * The user, if there is one. An id of a form that the provider never uses finds nobody.
   *
   * <p>Providers: an id that could not be one of the vendor's is empty, unsent.
   *
   * <p>Needs {@link Capability#USER_FIND}.
   *
   * @param user the id
   * @param options what else
   * @return the user or empty
   */
  default Optional<User> find(UserId user, CallOptions options) {
    throw AuthException.unsupported("users.find");
  }

  /** {@link #find(UserId, CallOptions)} with nothing set. */
  default Optional<User> find(UserId user) {
    return find(user, CallOptions.defaults());
  }

  /**
   * The user who signs in with an address, whatever its case.
   *
   * <p>Providers: only the user who signs in with the address, not one who holds it unverified or
   * as a contact.
   *
   * <p>Needs {@link Capability#USER_FIND}.
   *
   * @param email the address
   * @param options what else
   * @return the user or empty
   */
  default Optional<User> findByEmail(EmailAddress email, CallOptions options) {
    throw AuthException.unsupported("users.findByEmail");
  }

  /** {@link #findByEmail(EmailAddress, CallOptions)} with nothing set. */
  default Optional<User> findByEmail(EmailAddress email) {
    return findByEmail(email, CallOptions.defaults());
  }

  /**
   * Lists users, a page at a time: {@code query.from(page.next().get())} asks for the next.
   *
   * <p>Users who come or go between pages may be missed; nobody who stays is listed twice.
   *
   * <p>Providers: the cursor holds all that is needed for the next page; refuse one of another
   * query as {@link ErrorCode#INVALID_ARGUMENT}.
   *
   * <p>Needs {@link Capability#USER_SEARCH}.
   *
   * @param query which
   * @param options what else
   * @return a page
   */
  default Page<User> search(UserQuery query, CallOptions options) {
    throw AuthException.unsupported("users.search");
  }

  /** {@link #search(UserQuery, CallOptions)} with nothing set. */
  default Page<User> search(UserQuery query) {
    return search(query, CallOptions.defaults());
  }

  /**
   * Changes a user. Fails with {@link ErrorCode#USER_NOT_FOUND}.
   *
   * <p>Providers: change what the update names and nothing else, in one request where the vendor
   * can; a scope of metadata is replaced as a whole.
   *
   * <p>Needs {@link Capability#USER_UPDATE}.
   *
   * @param user which
   * @param update the changes
   * @param options what else
   * @return the user as changed
   */
  default User update(UserId user, UserUpdate update, CallOptions options) {
    throw AuthException.unsupported("users.update");
  }

  /** {@link #update(UserId, UserUpdate, CallOptions)} with nothing set. */
  default User update(UserId user, UserUpdate update) {
    return update(user, update, CallOptions.defaults());
  }

  /**
   * Deletes a user and all of their sessions. Fails with {@link ErrorCode#USER_NOT_FOUND}.
   *
   * <p>Providers: end the user's sessions too, where the vendor does not.
   *
   * <p>Needs {@link Capability#USER_DELETE}.
   *
   * @param user which
   * @param options what else
   */
  default void delete(UserId user, CallOptions options) {
    throw AuthException.unsupported("users.delete");
  }

  /** {@link #delete(UserId, CallOptions)} with nothing set. */
  default void delete(UserId user) {
    delete(user, CallOptions.defaults());
  }
}
