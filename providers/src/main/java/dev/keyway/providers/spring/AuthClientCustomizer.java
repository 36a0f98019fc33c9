package dev.keyway.providers.spring;

import dev.keyway.AuthClient;

/**
 * Has a say in the client that Spring Boot makes: a bean of this type is handed the builder before
 * {@link AuthClient.Builder#build()}, for an executor, capabilities that the application requires,
 * and what else no property says. Several are called in the order of their beans.
 */
@FunctionalInterface
public interface AuthClientCustomizer {

  /** Changes the builder. What it throws keeps the application from starting. */
  void customize(AuthClient.Builder builder);
}
