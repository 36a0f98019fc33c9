package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Person;
import dev.keyway.emulator.http.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of a Stytch project. Its fields are plain state: whoever holds the project's lock may
 * change them.
 */
final class StytchUser extends Person {
  String firstName = "";
  String middleName = "";
  String lastName = "";
  boolean pending;
  @Nullable String externalId;
  List<String> roles = List.of("stytch_user");
  ObjectNode trustedMetadata = Json.object();
  ObjectNode untrustedMetadata = Json.object();
  int failedAttempts;
  @Nullable Instant lockedAt;
  @Nullable Instant lockExpiresAt;

  StytchUser(String id, Instant createdAt) {
    super(id, createdAt);
  }
}
