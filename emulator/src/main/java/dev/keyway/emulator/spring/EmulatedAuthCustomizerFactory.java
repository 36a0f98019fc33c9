package dev.keyway.emulator.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Found by Spring's tests through {@code META-INF/spring.factories}. */
final class EmulatedAuthCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> test, List<ContextConfigurationAttributes> attributes) {
    EmulatedAuth found = TestContextAnnotationUtils.findMergedAnnotation(test, EmulatedAuth.class);
    return found == null
        ? null
        : new EmulatedAuthCustomizer(found.provider(), found.world(), found.seed());
  }
}
