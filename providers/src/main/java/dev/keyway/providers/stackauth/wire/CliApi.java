package dev.keyway.providers.stackauth.wire;

import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** {@code auth/cli}. */
public interface CliApi {

  @RequestLine("POST /api/v1/auth/cli")
  Started start(Start body);

  @RequestLine("POST /api/v1/auth/cli/complete")
  void complete(Complete body);

  @RequestLine("POST /api/v1/auth/cli/poll")
  Polled poll(Poll body);

  record Start(long expiresInMillis) {}

  record Started(Secret pollingCode, Secret loginCode, String expiresAt) {}

  record Complete(Secret loginCode, String mode, RenewalToken refreshToken) {}

  record Poll(Secret pollingCode) {}

  record Polled(String status, @Nullable RenewalToken refreshToken) {}
}
