package dev.keyway.providers.stackauth;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyOptions;
import dev.keyway.Retry;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.JsonText;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.wire.PasskeyApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What both ceremonies share: options made fit for the browser, and state kept in the handle. */
final class PasskeyFlow {

  private static final Duration LIFETIME = Duration.ofSeconds(65);

  private final AuthConfig config;
  private final Clock clock;
  private final Handles handles;

  @Inject
  PasskeyFlow(ProviderContext context, Handles handles) {
    this.config = context.config();
    this.clock = context.clock();
    this.handles = handles;
  }

  /** The domain: the server sends a placeholder, which every browser would refuse. */
  String relyingPartyId(PasskeyOptions options) {
    return options
        .relyingPartyId()
        .or(config::relyingPartyId)
        .orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "relyingPartyId is required by stack-auth: as an option or as the setting"
                        + " keyway.relying-party-id"));
  }

  PasskeyCeremony begin(
      String kind,
      Map<String, @Nullable Object> optionsJson,
      PasskeyApi.Initiated initiated,
      Map<String, String> state) {
    Map<String, String> sealed = new TreeMap<>(state);
    sealed.put("code", initiated.code().reveal());
    sealed.put("challenge", challenge(initiated.optionsJson()));
    Instant expiresAt = clock.instant().plus(LIFETIME);
    return new PasskeyCeremony(
        JsonText.of(optionsJson), handles.seal(kind, expiresAt, sealed), expiresAt);
  }

  OpenedHandle resume(ChallengeHandle handle, String kind) {
    return handles.open(handle, kind);
  }

  /**
   * Sends the ceremony's answer. Where its parts do not fit each other the server fails with a bare
   * 500, which therefore counts as a refusal.
   */
  <T> T finish(Supplier<T> request) {
    try {
      return VerificationCode.CHALLENGE.consume(request);
    } catch (AuthException e) {
      boolean bare =
          e.code() == ErrorCode.SERVICE_UNAVAILABLE
              && e.providerError()
                  .filter(error -> error.httpStatus().equals(OptionalInt.of(500)))
                  .isPresent();
      if (!bare) {
        throw e;
      }
      throw AuthException.of(
          ErrorCode.PASSKEY_REFUSED,
          "stack-auth could not verify the passkey's answer",
          Retry.NEVER,
          e.providerError().orElseThrow());
    }
  }

  /** A nested object of the options, to be changed. */
  static Map<String, @Nullable Object> nested(Map<String, @Nullable Object> options, String field) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (options.get(field) instanceof Map<?, ?> object) {
      object.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private static String challenge(Map<String, @Nullable Object> options) {
    if (options.get("challenge") instanceof String challenge) {
      return challenge;
    }
    throw AuthException.of(
        ErrorCode.INVALID_RESPONSE,
        "stack-auth began a passkey ceremony without a challenge",
        Retry.SAFE_LATER,
        (Throwable) null);
  }
}
