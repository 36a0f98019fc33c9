package dev.keyway.emulator.junit;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_METHOD;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

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
 * world's outbox and ledger are told without secrets: as a {@link WorldReport} that the failure
 * suppresses, which stands in the stack trace wherever that is shown, and as report entries.
 */
public final class EmulatorExtension
    implements TestInstancePreConstructCallback,
        ParameterResolver,
        BeforeEachCallback,
        AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

  /**
   * The world of a constructor that was called for a test: JUnit calls it with the class's context,
   * and the test is what comes next on this thread.
   */
  private static final ThreadLocal<Held<World>> CONSTRUCTED = new ThreadLocal<>();

  /** For JUnit. */
  public EmulatorExtension() {}

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (factory.getOuterInstance().isEmpty()) {
      closeConstructed();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Held<World> constructed = CONSTRUCTED.get();
    if (constructed != null) {
      CONSTRUCTED.remove();
      context.getStore(NAMESPACE).put(World.class, constructed);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == World.class || type == AuthEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == AuthEmulator.class) {
      return emulator(context);
    }
    boolean ofATestToCome =
        parameter.getDeclaringExecutable() instanceof Constructor<?>
            && context.getTestMethod().isEmpty()
            && context.getTestInstanceLifecycle().orElse(PER_METHOD) == PER_METHOD;
    return ofATestToCome ? constructed(context) : world(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Held<?> held = context.getStore(NAMESPACE).get(World.class, Held.class);
    if (held == null || context.getExecutionException().isEmpty()) {
      return;
    }
    World world = (World) held.value();
    context
        .getExecutionException()
        .ifPresent(failure -> failure.addSuppressed(WorldReport.of(world)));
    context.publishReportEntry("keyway.world", world.name());
    context.publishReportEntry("keyway.outbox", WorldReport.lines(world.outbox().messages()));
    context.publishReportEntry("keyway.ledger", WorldReport.lines(world.ledger().entries()));
  }

  private static World world(ExtensionContext context) {
    return (World)
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(World.class, key -> newWorld(context), Held.class)
            .value();
  }

  private static World constructed(ExtensionContext context) {
    Held<World> held = CONSTRUCTED.get();
    if (held == null) {
      held = newWorld(context);
      CONSTRUCTED.set(held);
    }
    return held.value();
  }

  private static void closeConstructed() {
    Held<World> left = CONSTRUCTED.get();
    CONSTRUCTED.remove();
    if (left != null) {
      left.close();
    }
  }

  private static Held<World> newWorld(ExtensionContext context) {
    WorldSpec spec = WorldSpec.defaults().named(context.getDisplayName());
    World world = emulator(context).newWorld(spec);
    return new Held<>(world, world::close);
  }

  private static AuthEmulator emulator(ExtensionContext context) {
    Store ofTheRun = context.getRoot().getStore(NAMESPACE);
    return (AuthEmulator)
        ofTheRun.getOrComputeIfAbsent(AuthEmulator.class, key -> started(), Held.class).value();
  }

  private static Held<AuthEmulator> started() {
    AuthEmulator emulator = AuthEmulator.start();
    return new Held<>(emulator, emulator::close);
  }

  /** What JUnit closes with the store it is in: before 5.13 not everything that can be closed. */
  @SuppressWarnings("deprecation")
  private record Held<T>(T value, Runnable end) implements Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
