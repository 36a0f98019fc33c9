package dev.keyway.providers.stytch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user as Stytch sends it. */
record WireUser(
    String userId,
    @Nullable Name name,
    List<Email> emails,
    List<Phone> phoneNumbers,
    List<Provider> providers,
    List<Passkey> webauthnRegistrations,
    List<Totp> totps,
    @Nullable Password password,
    boolean isLocked,
    @Nullable String createdAt,
    @Nullable String externalId,
    @Nullable Map<String, @Nullable Object> trustedMetadata,
    @Nullable Map<String, @Nullable Object> untrustedMetadata) {

  record Name(@Nullable String firstName, @Nullable String middleName, @Nullable String lastName) {}

  record Email(String emailId, String email, boolean verified) {}

  record Phone(String phoneId, String phoneNumber, boolean verified) {}

  record Provider(String providerType) {}

  record Passkey(
      String webauthnRegistrationId,
      @Nullable String domain,
      boolean verified,
      @Nullable String name) {}

  record Totp(String totpId, boolean verified) {}

  record Password(String passwordId, boolean requiresReset) {}

  /** Without what the person is known by. */
  @Override
  public String toString() {
    return "WireUser[" + userId + "]";
  }
}
