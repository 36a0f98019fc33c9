package dev.keyway.views;

import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.UserId;
import dev.keyway.providers.stackauth.server.ContactChannelFields;
import dev.keyway.providers.stackauth.server.ContactChannelId;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** An argument of every type that a call of a view takes: well-formed, and of nobody. */
final class ViewSamples {

  private static final String UUID = "00000000-0000-4000-8000-00000000000a";

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(UserId.class, UserId.of("user-test-" + UUID)),
          Map.entry(URI.class, URI.create("http://localhost:3000/authenticate?code=1")),
          Map.entry(EmailAddress.class, EmailAddress.of("nobody@example.com")),
          Map.entry(CallOptions.class, CallOptions.defaults()),
          Map.entry(DeliveryOptions.class, DeliveryOptions.defaults()),
          Map.entry(ContactChannelId.class, ContactChannelId.of(UUID)),
          Map.entry(ContactChannelFields.class, ContactChannelFields.none()));

  private ViewSamples() {}

  static Object of(Class<?> type) {
    return Objects.requireNonNull(SAMPLES.get(type), () -> "no sample of " + type);
  }
}
