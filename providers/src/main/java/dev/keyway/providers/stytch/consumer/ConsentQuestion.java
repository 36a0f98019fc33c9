package dev.keyway.providers.stytch.consumer;

import dev.keyway.UserId;
import java.util.List;

/**
 * What a consent page shows.
 *
 * @param user who is asked: whose session it is
 * @param app who asks
 * @param appName for people
 * @param appDescription for people; may be blank
 * @param required whether the user must be asked; where not, the answer may be given at once
 * @param scopes what the app asks for, in its order
 */
public record ConsentQuestion(
    UserId user,
    ConnectedAppId app,
    String appName,
    String appDescription,
    boolean required,
    List<Scope> scopes) {

  /** Copies. */
  public ConsentQuestion {
    scopes = List.copyOf(scopes);
  }

  /**
   * One thing that the app asks for.
   *
   * @param name as tokens say it
   * @param description for people; may be blank
   * @param grantable whether the user can allow it; what they cannot is left out of the app's token
   */
  public record Scope(String name, String description, boolean grantable) {}
}
