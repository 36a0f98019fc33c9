package dev.keyway.providers.stytch.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.RequestLine;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code passwords}. */
public interface PasswordApi {

  @RequestLine("POST /v1/passwords")
  WireSignIn create(Create body);

  @RequestLine("POST /v1/passwords/authenticate")
  WireSignIn authenticate(Authenticate body);

  @Reads
  @RequestLine("POST /v1/passwords/strength_check")
  Strength check(Check body);

  @RequestLine("POST /v1/passwords/migrate")
  Migrated migrate(Migrate body);

  @RequestLine("POST /v1/passwords/email/reset/start")
  void startReset(StartReset body);

  @RequestLine("POST /v1/passwords/email/reset")
  void reset(Reset body);

  @RequestLine("POST /v1/passwords/existing_password/reset")
  WireSignIn resetWithExisting(ResetWithExisting body);

  @RequestLine("POST /v1/passwords/session/reset")
  void resetWithSession(ResetWithSession body);

  record Create(
      String email,
      Secret password,
      int sessionDurationMinutes,
      WireUser.@Nullable Name name,
      @Nullable Map<String, @Nullable Object> trustedMetadata,
      @Nullable Map<String, @Nullable Object> untrustedMetadata,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Authenticate(
      String email,
      Secret password,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Check(Secret password, @Nullable String email) {}

  record Strength(
      boolean validPassword,
      int score,
      boolean breachedPassword,
      String strengthPolicy,
      @Nullable Feedback feedback) {}

  record Feedback(
      @Nullable String warning,
      @Nullable List<String> suggestions,
      @Nullable LudsRequirements ludsRequirements) {}

  record LudsRequirements(
      boolean hasLowerCase,
      boolean hasUpperCase,
      boolean hasDigit,
      boolean hasSymbol,
      int missingComplexity,
      int missingCharacters) {}

  record Migrate(
      String email,
      Secret hash,
      String hashType,
      @JsonProperty("md_5_config") @Nullable Map<String, Object> md5Config,
      @JsonProperty("sha_1_config") @Nullable Map<String, Object> sha1Config,
      @JsonProperty("sha_512_config") @Nullable Map<String, Object> sha512Config,
      @JsonProperty("argon_2_config") @Nullable Map<String, Object> argon2Config,
      @JsonProperty("scrypt_config") @Nullable Map<String, Object> scryptConfig,
      @JsonProperty("pbkdf_2_config") @Nullable Map<String, Object> pbkdf2Config,
      WireUser.@Nullable Name name,
      @Nullable Map<String, @Nullable Object> trustedMetadata,
      @Nullable Map<String, @Nullable Object> untrustedMetadata,
      @Nullable String externalId,
      boolean setEmailVerified,
      @Nullable String phoneNumber) {

    /** The type of hash only. */
    @Override
    public String toString() {
      return "Migrate[" + hashType + "]";
    }
  }

  record Migrated(boolean userCreated, WireUser user) {}

  record StartReset(
      String email,
      URI resetPasswordRedirectUrl,
      @Nullable Integer resetPasswordExpirationMinutes,
      @Nullable String codeChallenge,
      @Nullable WireAttributes attributes,
      @Nullable String locale,
      @Nullable String resetPasswordTemplateId) {}

  record Reset(
      Secret token,
      Secret password,
      @Nullable Secret codeVerifier,
      @Nullable WireAttributes attributes,
      @Nullable WireMatching options) {}

  record ResetWithExisting(
      String email,
      Secret existingPassword,
      Secret newPassword,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record ResetWithSession(Secret password, RenewalToken sessionToken) {}
}
