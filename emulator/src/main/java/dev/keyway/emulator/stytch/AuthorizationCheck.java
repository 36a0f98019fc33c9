package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * The check {@code {resource_id, action}} of {@code sessions/authenticate}. A project of the
 * emulator has the vendor's predefined role only, whose permissions are over the user's own {@code
 * stytch.self}.
 */
final class AuthorizationCheck {
  private static final String ROLE = "stytch_user";
  private static final String OWN_RESOURCE = "stytch.self";

  private AuthorizationCheck() {}

  /** The verdict; empty when no check was asked for. */
  static Optional<ObjectNode> verdict(StytchCall call, StytchSession session) {
    return call.optionalObject("authorization_check")
        .map(
            check -> {
              String resource = check.path("resource_id").asText();
              String action = check.path("action").asText();
              if (resource.isEmpty() || action.isEmpty()) {
                throw StytchCall.missing("authorization_check.resource_id or .action");
              }
              if (!resource.equals(OWN_RESOURCE) || !session.roles().contains(ROLE)) {
                throw StytchError.CONSUMER_SESSION_AUTHORIZATION_ERROR.failure();
              }
              return authorized(List.of(ROLE));
            });
  }

  private static ObjectNode authorized(List<String> roles) {
    ObjectNode verdict = Json.object().put("authorized", true);
    roles.forEach(verdict.putArray("granting_roles")::add);
    return verdict;
  }
}
