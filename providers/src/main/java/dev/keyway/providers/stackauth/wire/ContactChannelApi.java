package dev.keyway.providers.stackauth.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyway.Secret;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code contact-channels}. */
public interface ContactChannelApi {

  @RequestLine("GET /api/v1/contact-channels?user_id={user_id}")
  Channels list(@Param("user_id") String userId);

  @RequestLine("POST /api/v1/contact-channels")
  Channel create(Create body);

  @RequestLine("PATCH /api/v1/contact-channels/{user_id}/{channel_id}")
  Channel update(
      @Param("user_id") String userId, @Param("channel_id") String channelId, Update body);

  @RequestLine("DELETE /api/v1/contact-channels/{user_id}/{channel_id}")
  void delete(@Param("user_id") String userId, @Param("channel_id") String channelId);

  @RequestLine("POST /api/v1/contact-channels/{user_id}/{channel_id}/send-verification-code")
  void sendVerification(
      @Param("user_id") String userId, @Param("channel_id") String channelId, Send body);

  @RequestLine("POST /api/v1/contact-channels/verify")
  void verify(Verify body);

  record Create(
      String userId,
      String value,
      String type,
      boolean usedForAuth,
      @JsonProperty("is_primary") @Nullable Boolean primary,
      @JsonProperty("is_verified") @Nullable Boolean verified) {

    /** Without the address. */
    @Override
    public String toString() {
      return "Create";
    }
  }

  record Update(
      @Nullable Boolean usedForAuth,
      @JsonProperty("is_primary") @Nullable Boolean primary,
      @JsonProperty("is_verified") @Nullable Boolean verified) {}

  record Send(URI callbackUrl) {}

  record Verify(Secret code) {}

  record Channels(List<Channel> items) {}

  record Channel(
      String id,
      String userId,
      String value,
      boolean usedForAuth,
      @JsonProperty("is_primary") boolean primary,
      @JsonProperty("is_verified") boolean verified) {

    /** Without the address. */
    @Override
    public String toString() {
      return "Channel[" + id + "]";
    }
  }
}
