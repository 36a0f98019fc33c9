package example;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The client as a bean, from {@code keyway.*} in any of the configuration's sources. */
class AuthProducer {

  /** A singleton, not application-scoped: the client is a final class, which has no proxies. */
  @Produces
  @Singleton
  AuthClient client(Config config) {
    Map<String, String> settings = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith("keyway.")) {
        config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value));
      }
    }
    return AuthClient.open(AuthConfig.of(settings));
  }

  void close(@Disposes AuthClient client) {
    client.close();
  }
}
