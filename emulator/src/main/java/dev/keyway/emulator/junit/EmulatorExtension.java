package dev.keyway.emulator.junit;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link World} of its own, on one emulator for the whole run.
 *
 * <pre>{@code
 * @ExtendWith(EmulatorExtension.class)
 * class SignInTest {
 *   @Test
 *   void aUserSignsIn(World world) { … }
 * }
 * }</pre>
 *
 * <p>Constructor, {@code @BeforeEach}, test and {@code @AfterEach} of one test get the same world;
 * {@link AuthEmulator} may be asked for too. Tests may run in parallel. A world is closed after its
 * test, the emulator after the last one; neither is the test's to close. When a test fails, its
 * world's outbox and ledger are published as report entries, without secrets.
 */
public final class EmulatorExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

  /** For JUnit. */
  public EmulatorExtension() {}

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    // So that a constructor's world is its test's and not its class's.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == World.class || type == AuthEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class ? world(context) : emulator(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    World world = context.getStore(NAMESPACE).get(World.class, World.class);
    if (world == null || context.getExecutionException().isEmpty()) {
      return;
    }
    context.publishReportEntry("keyway.world", world.name());
    context.publishReportEntry("keyway.outbox", lines(world.outbox().messages()));
    context.publishReportEntry("keyway.ledger", lines(world.ledger().entries()));
  }

  private static World world(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            World.class,
            key -> emulator(context).newWorld(WorldSpec.defaults().named(context.getDisplayName())),
            World.class);
  }

  private static AuthEmulator emulator(ExtensionContext context) {
    Store ofTheRun = context.getRoot().getStore(NAMESPACE);
    return ofTheRun.getOrComputeIfAbsent(
        AuthEmulator.class, key -> AuthEmulator.start(), AuthEmulator.class);
  }

  private static String lines(Iterable<?> items) {
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      text.append('\n').append(item);
    }
    return text.length() == 0 ? "(none)" : text.toString();
  }
}
