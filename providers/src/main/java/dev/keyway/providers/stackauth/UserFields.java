package dev.keyway.providers.stackauth;

import dev.keyway.EmailAddress;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.UserUpdate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies that make and change users. */
final class UserFields {

  private static final Map<MetadataScope, String> METADATA =
      new EnumMap<>(
          Map.of(
              MetadataScope.USER_WRITABLE, "client_metadata",
              MetadataScope.USER_READABLE, "client_read_only_metadata",
              MetadataScope.SERVER_ONLY, "server_metadata"));

  private UserFields() {}

  static Map<String, @Nullable Object> of(NewUser user) {
    Map<String, @Nullable Object> fields = of(user.displayName(), user.metadata());
    user.email()
        .map(EmailAddress::value)
        .ifPresent(
            email -> {
              fields.put("primary_email", email);
              fields.put("primary_email_verified", user.emailVerified());
              // Without it the address would belong to the user, and yet sign nobody in.
              fields.put("primary_email_auth_enabled", true);
            });
    return fields;
  }

  static Map<String, @Nullable Object> of(UserUpdate update) {
    return of(update.displayName(), update.metadata());
  }

  /** Metadata is replaced as a whole there, which is what the neutral API promises. */
  static Map<String, @Nullable Object> of(
      Optional<String> displayName, Map<MetadataScope, Map<String, @Nullable Object>> metadata) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    displayName.ifPresent(name -> fields.put("display_name", name.isEmpty() ? null : name));
    METADATA.forEach(
        (scope, field) -> {
          if (metadata.containsKey(scope)) {
            fields.put(field, metadata.get(scope));
          }
        });
    return fields;
  }
}
