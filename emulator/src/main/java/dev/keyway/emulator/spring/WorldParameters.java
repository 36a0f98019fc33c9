package dev.keyway.emulator.spring;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Parameters of test methods; what Spring resolves itself is left to it. */
final class WorldParameters implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Parameter asked = parameter.getParameter();
    return (asked.getType() == World.class || asked.getType() == AuthEmulator.class)
        && !(parameter.getDeclaringExecutable() instanceof Constructor<?>)
        && Stream.of(Autowired.class, Qualifier.class, Value.class)
            .noneMatch(annotation -> AnnotatedElementUtils.hasAnnotation(asked, annotation));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SpringExtension.getApplicationContext(context)
        .getBean(parameter.getParameter().getType());
  }
}
