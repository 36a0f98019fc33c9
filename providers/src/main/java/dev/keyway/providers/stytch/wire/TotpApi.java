package dev.keyway.providers.stytch.wire;

import dev.keyway.OneTimeCode;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code totps}. */
public interface TotpApi {

  @RequestLine("POST /v1/totps")
  Created create(Create body);

  @RequestLine("POST /v1/totps/authenticate")
  WireSignIn authenticate(Authenticate body);

  @RequestLine("POST /v1/totps/recover")
  WireSignIn recover(Recover body);

  @Reads
  @RequestLine("POST /v1/totps/recovery_codes")
  Codes recoveryCodes(OfUser body);

  record Create(String userId, int expirationMinutes) {}

  record Created(String totpId, Secret secret, List<OneTimeCode> recoveryCodes) {}

  record Authenticate(
      String userId,
      Secret totpCode,
      RenewalToken sessionToken,
      @Nullable Integer sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Recover(
      String userId,
      Secret recoveryCode,
      RenewalToken sessionToken,
      @Nullable Integer sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record OfUser(String userId) {}

  record Codes(List<OfTotp> totps) {}

  record OfTotp(String totpId, boolean verified, List<OneTimeCode> recoveryCodes) {}
}
