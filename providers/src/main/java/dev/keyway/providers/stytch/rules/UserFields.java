package dev.keyway.providers.stytch.rules;

import dev.keyway.EmailAddress;
import dev.keyway.MetadataScope;
import dev.keyway.OAuthProviderId;
import dev.keyway.PhoneNumber;
import dev.keyway.User;
import dev.keyway.UserEmail;
import dev.keyway.UserId;
import dev.keyway.UserPhoneNumber;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.VendorValues;
import dev.keyway.providers.stytch.wire.Times;
import dev.keyway.providers.stytch.wire.WireUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Stytch's fields of a user and the neutral ones. */
public final class UserFields {

  private UserFields() {}

  public static User user(WireUser wire) {
    return Answer.read(() -> asSent(wire));
  }

  /** For a user that came without being asked for; refuses its argument if a value is unfit. */
  public static User asSent(WireUser wire) {
    return User.builder(UserId.of(wire.userId()))
        .emails(
            VendorValues.present(
                wire.emails(),
                email ->
                    VendorValues.shown(email.email(), EmailAddress::of)
                        .map(address -> new UserEmail(address, email.verified()))))
        .phoneNumbers(
            VendorValues.present(
                wire.phoneNumbers(),
                phone ->
                    VendorValues.shown(phone.phoneNumber(), PhoneNumber::of)
                        .map(number -> new UserPhoneNumber(number, phone.verified()))))
        .displayName(displayName(wire.name()))
        .createdAt(Times.read(wire.createdAt()))
        .externalId(blankToNull(wire.externalId()))
        .hasPassword(wire.password() != null)
        .secondFactors(SecondFactors.of(wire))
        .oauthProviders(
            Set.copyOf(
                VendorValues.present(
                    wire.providers(),
                    provider -> VendorValues.shown(provider.providerType(), OAuthProviderId::of))))
        .locked(wire.isLocked())
        .metadata(MetadataScope.USER_WRITABLE, orEmpty(wire.untrustedMetadata()))
        .metadata(MetadataScope.USER_READABLE, orEmpty(wire.trustedMetadata()))
        .build();
  }

  /** The whole display name as the first name; an empty one empties all three. */
  public static WireUser.@Nullable Name name(Optional<String> displayName) {
    return displayName.map(name -> new WireUser.Name(name, "", "")).orElse(null);
  }

  public static @Nullable Map<String, @Nullable Object> metadata(
      Map<MetadataScope, Map<String, @Nullable Object>> metadata, MetadataScope scope) {
    return metadata.get(scope);
  }

  private static @Nullable String displayName(WireUser.@Nullable Name name) {
    if (name == null) {
      return null;
    }
    StringJoiner whole = new StringJoiner(" ");
    add(whole, name.firstName());
    add(whole, name.middleName());
    add(whole, name.lastName());
    return blankToNull(whole.toString());
  }

  private static void add(StringJoiner whole, @Nullable String part) {
    if (part != null && !part.isBlank()) {
      whole.add(part);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Map<String, @Nullable Object> orEmpty(
      @Nullable Map<String, @Nullable Object> metadata) {
    return metadata == null ? Map.of() : VendorValues.metadata(metadata);
  }
}
