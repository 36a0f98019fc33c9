package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code otps}; the channel is {@code email}, {@code sms} or {@code whatsapp}. */
public interface OtpApi {

  @RequestLine("POST /v1/otps/{channel}/login_or_create")
  Sent loginOrCreate(@Param("channel") String channel, Send body);

  @RequestLine("POST /v1/otps/{channel}/send")
  Sent send(@Param("channel") String channel, Send body);

  @RequestLine("POST /v1/otps/authenticate")
  WireSignIn authenticate(Authenticate body);

  record Send(
      @Nullable String email,
      @Nullable String phoneNumber,
      @Nullable Integer expirationMinutes,
      @Nullable WireAttributes attributes,
      @Nullable String locale,
      @Nullable RenewalToken sessionToken,
      @Nullable String loginTemplateId,
      @Nullable String signupTemplateId) {

    /** Without the address. */
    @Override
    public String toString() {
      return "Send";
    }
  }

  record Sent(
      String userId,
      @Nullable String emailId,
      @Nullable String phoneId,
      @Nullable Boolean userCreated) {

    public String methodId() {
      String id = emailId == null ? phoneId : emailId;
      if (id == null || id.isBlank()) {
        throw InvalidResponse.of("without the id of what it sent to");
      }
      return id;
    }

    public boolean created() {
      return Boolean.TRUE.equals(userCreated);
    }
  }

  record Authenticate(
      String methodId,
      Secret code,
      @Nullable WireAttributes attributes,
      @Nullable RenewalToken sessionToken,
      @Nullable Integer sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims,
      @Nullable WireMatching options) {}
}
