package dev.keyway.providers.stytch.wire;

import dev.keyway.providers.http.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user as Stytch sends it. */
public record WireUser(
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

  public record Name(
      @Nullable String firstName, @Nullable String middleName, @Nullable String lastName) {}

  public record Email(String emailId, String email, boolean verified) {}

  public record Phone(String phoneId, String phoneNumber, boolean verified) {}

  public record Provider(String providerType) {}

  public record Passkey(
      String webauthnRegistrationId,
      @Nullable String domain,
      boolean verified,
      @Nullable String name) {}

  public record Totp(String totpId, boolean verified) {}

  public record Password(String passwordId, boolean requiresReset) {}

  /** This user, who must be the one that was asked for. */
  public WireUser about(String asked) {
    Answer.requireAbout(asked, userId);
    return this;
  }

  /** Without what the person is known by. */
  @Override
  public String toString() {
    return "WireUser[" + userId + "]";
  }
}
