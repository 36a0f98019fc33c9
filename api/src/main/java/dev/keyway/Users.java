package dev.keyway;

import java.util.Optional;

/**
 * The people behind the sign-ins, as an administrator sees them.
 *
 * @see AuthClient#users()
 */
public interface Users {

  /**
   * Makes a user without signing anybody in. Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}.
   *
   * <p>Needs {@link Capability#USER_CREATE}.
   *
   * @param newUser the user
   * @param options what else
   * @return the user as made
   */
  User create(NewUser newUser, CallOptions options);

  /** {@link #create(NewUser, CallOptions)} with nothing set. */
  default User create(NewUser newUser) {
    return create(newUser, CallOptions.defaults());
  }

  /**
   * The user, if there is one. An id of a form that the provider never uses finds nobody.
   *
   * <p>Needs {@link Capability#USER_FIND}.
   *
   * @param user the id
   * @param options what else
   * @return the user or empty
   */
  Optional<User> find(UserId user, CallOptions options);

  /** {@link #find(UserId, CallOptions)} with nothing set. */
  default Optional<User> find(UserId user) {
    return find(user, CallOptions.defaults());
  }

  /**
   * The user who signs in with an address, whatever its case.
   *
   * <p>Needs {@link Capability#USER_FIND}.
   *
   * @param email the address
   * @param options what else
   * @return the user or empty
   */
  Optional<User> findByEmail(EmailAddress email, CallOptions options);

  /** {@link #findByEmail(EmailAddress, CallOptions)} with nothing set. */
  default Optional<User> findByEmail(EmailAddress email) {
    return findByEmail(email, CallOptions.defaults());
  }

  /**
   * Lists users, a page at a time: {@code query.from(page.next().get())} asks for the next.
   *
   * <p>Users who come or go between pages may be missed; nobody who stays is listed twice.
   *
   * <p>Needs {@link Capability#USER_SEARCH}.
   *
   * @param query which
   * @param options what else
   * @return a page
   */
  Page<User> search(UserQuery query, CallOptions options);

  /** {@link #search(UserQuery, CallOptions)} with nothing set. */
  default Page<User> search(UserQuery query) {
    return search(query, CallOptions.defaults());
  }

  /**
   * Changes a user. Fails with {@link ErrorCode#USER_NOT_FOUND}.
   *
   * <p>Needs {@link Capability#USER_UPDATE}.
   *
   * @param user which
   * @param update the changes
   * @param options what else
   * @return the user as changed
   */
  User update(UserId user, UserUpdate update, CallOptions options);

  /** {@link #update(UserId, UserUpdate, CallOptions)} with nothing set. */
  default User update(UserId user, UserUpdate update) {
    return update(user, update, CallOptions.defaults());
  }

  /**
   * Deletes a user and all of their sessions. Fails with {@link ErrorCode#USER_NOT_FOUND}.
   *
   * <p>Needs {@link Capability#USER_DELETE}.
   *
   * @param user which
   * @param options what else
   */
  void delete(UserId user, CallOptions options);

  /** {@link #delete(UserId, CallOptions)} with nothing set. */
  default void delete(UserId user) {
    delete(user, CallOptions.defaults());
  }
}
