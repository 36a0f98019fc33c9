package dev.keyway.providers.stytch.wire;

import dev.keyway.providers.http.Dialect;
import dev.keyway.providers.http.VendorResponse;
import java.util.Optional;

/**
 * Stytch's error bodies. Their texts are left out: they are free text and may quote what was sent.
 */
public final class StytchDialect implements Dialect {

  private static final int MAX_TYPE = 128;

  @Override
  public Optional<String> requestId(VendorResponse response) {
    return response.text("request_id");
  }

  @Override
  public Optional<String> objection(VendorResponse response, boolean alone) {
    Object said = response.scalar("status_code").orElse(null);
    if (said == null ? alone : !Integer.valueOf(response.status()).equals(said)) {
      return Optional.of("without saying that it is done");
    }
    return Optional.empty();
  }

  @Override
  public RuntimeException failure(VendorResponse response) {
    // The token endpoint answers in the form of OAuth 2.0 (RFC 6749, section 5.2).
    return response
        .text("error_type")
        .or(() -> response.text("error"))
        .filter(type -> type.length() <= MAX_TYPE)
        .map(type -> response.refusedWith(type, StytchErrors.TABLE))
        .orElseGet(() -> response.unrecognised(Optional.empty()));
  }
}
