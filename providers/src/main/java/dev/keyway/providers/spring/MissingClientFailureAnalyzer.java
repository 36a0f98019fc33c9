package dev.keyway.providers.spring;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what an application without a client lacks; before Spring Boot, which can't know. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingClientFailureAnalyzer
    extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable root, NoSuchBeanDefinitionException failure) {
    Class<?> wanted = failure.getBeanType();
    if (failure.getNumberOfBeansFound() > 0
        || !(AuthClient.class.equals(wanted) || AuthConfig.class.equals(wanted))) {
      return null;
    }
    return new FailureAnalysis(
        "There is no bean of type "
            + wanted.getSimpleName()
            + ". Keyway makes one where the property keyway.provider is set.",
        "Set keyway.provider to stack-auth or stytch, and that provider's properties beside it; or"
            + " define a bean of your own.",
        failure);
  }
}
