package dev.keyway.emulator.spring;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the application context of a test an emulator with one {@link World}: the context's client
 * points to it and goes by the world's clock.
 *
 * <pre>{@code
 * @SpringBootTest
 * @EmulatedAuth
 * class SignInTest {
 *   @Test
 *   void aUserSignsIn(World world) { … }
 * }
 * }</pre>
 *
 * <p>The world, and its {@link AuthEmulator}, are beans, and parameters of test methods. They last
 * as long as the context: Spring caches contexts, so test classes of the same configuration, this
 * annotation included, share a world. Nothing is reset between tests, so that they may run in
 * parallel: let each have users of its own, and give classes that move the clock or inject faults a
 * world of their own by its {@link #world name}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WorldParameters.class)
public @interface EmulatedAuth {

  /**
   * The id of the provider that the client is pointed to. Default: what {@code keyway.provider}
   * says in the application's configuration.
   */
  String provider() default "";

  /**
   * The world's name; tests that name another one get another context with another world. Of a
   * {@link #seed} with several worlds it is the one of this name.
   */
  String world() default "spring";

  /**
   * A seed that the world is made from, as Spring's resources are named: {@code
   * "classpath:users.yaml"}, or {@code "file:src/test/users.yaml"}. Default: none, the world is new
   * and has every way to sign in switched on.
   */
  String seed() default "";
}
