package dev.keyway.swap;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.User;
import dev.keyway.UserUpdate;

/** A small application: it knows the neutral interfaces and no provider. */
final class Accounts {

  private final AuthClient client;

  Accounts(AuthClient client) {
    this.client = client;
  }

  SessionTokens register(String email, String password) {
    return client
        .passwords()
        .signUp(EmailAddress.of(email), Secret.of(password))
        .orElseThrow()
        .tokens();
  }

  boolean mayEnter(String email, String password) {
    try {
      client.passwords().signIn(EmailAddress.of(email), Secret.of(password)).orElseThrow();
      return true;
    } catch (AuthException e) {
      if (e.code() == ErrorCode.INVALID_CREDENTIALS) {
        return false;
      }
      throw e;
    }
  }

  String rename(SessionTokens session, String name) {
    User me = client.sessions().authenticate(session).user();
    return client
        .users()
        .update(me.id(), UserUpdate.builder().displayName(name).build())
        .displayName()
        .orElse("");
  }

  boolean isSignedIn(SessionTokens session) {
    try {
      client.sessions().refresh(session.renewal());
      return true;
    } catch (AuthException e) {
      if (e.code() == ErrorCode.SESSION_NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  SessionTokens changePassword(SessionTokens session, String from, String to) {
    return client
        .passwords()
        .change(session, Secret.of(from), Secret.of(to))
        .orElseThrow()
        .tokens();
  }

  void leave(SessionTokens session) {
    client.sessions().signOut(session);
  }
}
