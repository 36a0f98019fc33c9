package dev.keyway.emulator.spring;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.json.HandWrittenText;
import dev.keyway.emulator.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts an emulator for a context, and ends it with the context. Equal ones make contexts that are
 * the same to Spring's cache.
 */
record EmulatedAuthCustomizer(String provider, String world, String seed)
    implements ContextCustomizer {

  private static final String PROVIDER = "keyway.provider";

  /** What Keyway's auto-configuration looks for. */
  private static final String CLOCK = "keywayClock";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    AuthEmulator emulator = AuthEmulator.start();
    // First of all, so that it ends last, and also when the context fails to start.
    beans.registerSingleton("keywayEmulator", emulator);
    beans.registerDisposableBean("keywayEmulator", emulator::close);
    World opened = open(emulator, context);
    beans.registerSingleton("keywayWorld", opened);
    beans.registerBeanDefinition(CLOCK, clock(opened));
    String wanted =
        provider.isEmpty() ? context.getEnvironment().getProperty(PROVIDER, "").strip() : provider;
    Map<String, Object> settings = new LinkedHashMap<>(configuration(opened, wanted));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("keyway-emulator", settings));
  }

  private World open(AuthEmulator emulator, ResourceLoader files) {
    if (seed.isEmpty()) {
      return emulator.newWorld(WorldSpec.defaults().named(world));
    }
    Resource file = files.getResource(seed);
    Seed whole;
    try {
      whole = Seed.parse(HandWrittenText.of(file.getContentAsByteArray()), seed);
    } catch (IOException e) {
      throw new UncheckedIOException("@EmulatedAuth(seed = …) names no file: " + seed, e);
    }
    Seed one = whole.worlds().size() == 1 ? whole : whole.only(world);
    return emulator.load(one).get(0);
  }

  /** By name only: an application that asks for a clock of its own gets that one. */
  private static RootBeanDefinition clock(World world) {
    RootBeanDefinition clock = new RootBeanDefinition(Clock.class, world::clock);
    clock.setAutowireCandidate(false);
    return clock;
  }

  private static Map<String, String> configuration(World world, String wanted) {
    List<Map<String, String>> all =
        world.services().stream().map(VendorService::configuration).toList();
    String uniform = wanted.replaceAll("[^A-Za-z0-9]", "");
    return all.stream()
        .filter(
            settings ->
                settings
                    .getOrDefault(PROVIDER, "")
                    .replaceAll("[^A-Za-z0-9]", "")
                    .equalsIgnoreCase(uniform))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    (wanted.isEmpty()
                            ? "Neither keyway.provider nor @EmulatedAuth(provider = …) names a"
                                + " provider"
                            : "There is no emulated provider " + wanted)
                        + "; there are "
                        + all.stream().map(settings -> settings.get(PROVIDER)).toList()));
  }
}
