package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The fields of a user that requests write: name and metadata. */
final class UserFields {
  private UserFields() {}

  static void apply(StytchCall call, StytchUser user) {
    call.optionalObject("name")
        .ifPresent(
            name -> {
              part(name, "first_name").ifPresent(text -> user.firstName = text);
              part(name, "middle_name").ifPresent(text -> user.middleName = text);
              part(name, "last_name").ifPresent(text -> user.lastName = text);
            });
    user.trustedMetadata = MetadataRules.updated(call, "trusted_metadata", user.trustedMetadata);
    user.untrustedMetadata =
        MetadataRules.updated(call, "untrusted_metadata", user.untrustedMetadata);
  }

  private static Optional<String> part(JsonNode name, String part) {
    JsonNode value = name.path(part);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw StytchError.BAD_REQUEST.failure("The field name." + part + " must be a string.");
    }
    return Optional.ofNullable(value.textValue());
  }
}
