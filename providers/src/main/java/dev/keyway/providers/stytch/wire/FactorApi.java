package dev.keyway.providers.stytch.wire;

import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user signs in with, and the ways to take it off. */
public interface FactorApi {

  @RequestLine("GET /v1/users/{user}")
  Held get(@Param("user") String user);

  @RequestLine("DELETE /v1/users/{kind}/{id}")
  void delete(@Param("kind") String kind, @Param("id") String id);

  @RequestLine("PUT /v1/users/{user}/exchange_primary_factor")
  void exchange(@Param("user") String user, Exchange body);

  record Exchange(@Nullable String emailAddress, @Nullable String phoneNumber) {

    /** Without what the person is known by. */
    @Override
    public String toString() {
      return "Exchange";
    }
  }

  record Held(
      String userId,
      List<Email> emails,
      List<Phone> phoneNumbers,
      @Nullable Password password,
      List<Provider> providers,
      List<Passkey> webauthnRegistrations,
      List<Totp> totps,
      List<Wallet> cryptoWallets,
      List<Biometric> biometricRegistrations) {

    /** Without what the person is known by. */
    @Override
    public String toString() {
      return "Held[" + userId + "]";
    }
  }

  record Email(String emailId, String email, boolean verified) {}

  record Phone(String phoneId, String phoneNumber, boolean verified) {}

  record Password(String passwordId) {}

  record Provider(String oauthUserRegistrationId, String providerType) {}

  record Passkey(String webauthnRegistrationId, boolean verified, @Nullable String name) {}

  record Totp(String totpId, boolean verified) {}

  record Wallet(String cryptoWalletId, String cryptoWalletAddress, boolean verified) {}

  record Biometric(String biometricRegistrationId, boolean verified) {}
}
