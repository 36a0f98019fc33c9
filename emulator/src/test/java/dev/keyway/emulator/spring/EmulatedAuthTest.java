package dev.keyway.emulator.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Launched;
import dev.keyway.emulator.World;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The annotation as Spring's tests are written, without Spring Boot. */
class EmulatedAuthTest {
  /** The contexts' worlds by the name of the test that saw them. */
  private static final Map<String, Set<String>> WORLDS = new ConcurrentHashMap<>();

  private static final Map<String, Set<Integer>> CONTEXTS = new ConcurrentHashMap<>();

  @BeforeEach
  void forget() {
    WORLDS.clear();
    CONTEXTS.clear();
  }

  private static void seen(String test, World world, ApplicationContext context) {
    WORLDS
        .computeIfAbsent(test, name -> ConcurrentHashMap.newKeySet())
        .add(world.stytch().projectId());
    CONTEXTS
        .computeIfAbsent(test, name -> ConcurrentHashMap.newKeySet())
        .add(System.identityHashCode(context));
    assertEquals(
        world.stytch().projectId(),
        context.getEnvironment().getProperty("keyway.stytch.project-id"));
    assertSame(world, context.getBean(World.class));
  }

  @Test
  void equalAnnotationsShareAContextAndOthersDoNotAlsoInParallel() {
    assertEquals(List.of(), Launched.inParallel(Plain.class, SameAsPlain.class, OtherWorld.class));
    assertEquals(
        1, WORLDS.getOrDefault("plain", Set.of()).size(), "two classes with equal annotations");
    assertEquals(1, CONTEXTS.getOrDefault("plain", Set.of()).size());
    assertEquals(1, WORLDS.getOrDefault("other", Set.of()).size());
    assertNotEquals(WORLDS.getOrDefault("plain", Set.of()), WORLDS.getOrDefault("other", Set.of()));
    assertNotEquals(
        CONTEXTS.getOrDefault("plain", Set.of()), CONTEXTS.getOrDefault("other", Set.of()));
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch")
  static class Plain {
    @Autowired private @Nullable ApplicationContext context;

    @RepeatedTest(10)
    void aWorld(World world, AuthEmulator emulator) {
      seen("plain", world, Objects.requireNonNull(context));
      assertTrue(emulator.worlds().contains(world));
    }
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch")
  static class SameAsPlain {
    @RepeatedTest(10)
    void aWorld(World world, @Autowired ApplicationContext context) {
      seen("plain", world, context);
    }
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", world = "other")
  static class OtherWorld {
    @RepeatedTest(10)
    void aWorld(World world, @Autowired ApplicationContext context) {
      assertEquals("other", world.name());
      seen("other", world, context);
    }
  }

  @Test
  void nestedClassesHaveTheWorldOfTheOuterOneUnlessTheySayOtherwise() {
    assertEquals(List.of(), Launched.inParallel(Outer.class));
    assertEquals(1, WORLDS.getOrDefault("outer", Set.of()).size());
    assertEquals(1, WORLDS.getOrDefault("own", Set.of()).size());
    assertNotEquals(WORLDS.getOrDefault("outer", Set.of()), WORLDS.getOrDefault("own", Set.of()));
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", world = "outer")
  static class Outer {
    @Test
    void outside(World world, @Autowired ApplicationContext context) {
      seen("outer", world, context);
    }

    @Nested
    class Inner {
      @Test
      void inside(World world, @Autowired ApplicationContext context) {
        seen("outer", world, context);
      }
    }

    @Nested
    @EmulatedAuth(provider = "stytch", world = "own")
    class WithItsOwn {
      @Test
      void inside(World world, @Autowired ApplicationContext context) {
        seen("own", world, context);
      }
    }
  }

  @Test
  void aDirtyContextTakesItsEmulatorAlong() {
    assertEquals(List.of(), Launched.inParallel(Dirty.class));
    assertEquals(2, WORLDS.getOrDefault("dirty", Set.of()).size());
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", world = "dirty")
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  @Execution(ExecutionMode.SAME_THREAD)
  static class Dirty {
    private static @Nullable AuthEmulator before;

    @Test
    @Order(1)
    @DirtiesContext
    void first(World world, AuthEmulator emulator, @Autowired ApplicationContext context) {
      before = emulator;
      seen("dirty", world, context);
    }

    @Test
    @Order(2)
    void second(World world, AuthEmulator emulator, @Autowired ApplicationContext context) {
      seen("dirty", world, context);
      AuthEmulator gone = Objects.requireNonNull(before);
      assertThrows(
          ConnectException.class,
          () -> new Socket(gone.baseUrl().getHost(), gone.baseUrl().getPort()).close());
    }
  }

  @Test
  void aSeedMakesTheWorld() {
    assertEquals(
        List.of(),
        Launched.inParallel(Seeded.class, OneOfTwo.class, NoSuchSeed.class).stream()
            .filter(failure -> !failure.contains("names no file: classpath:none.yaml"))
            .toList());
    assertEquals(Set.of("shop", "bank"), WORLDS.getOrDefault("seeded", Set.of()));
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", seed = "classpath:spring/one-world.yaml")
  static class Seeded {
    @Test
    void hasItsUser(World world, @Autowired Environment settings) {
      assertEquals("ada@example.com", world.accounts().list().get(0).contacts().get(0).value());
      assertEquals(world.stytch().projectId(), settings.getProperty("keyway.stytch.project-id"));
      WORLDS.computeIfAbsent("seeded", name -> ConcurrentHashMap.newKeySet()).add(world.name());
    }
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", seed = "classpath:spring/two-worlds.yaml", world = "bank")
  static class OneOfTwo {
    @Test
    void hasItsUser(World world, AuthEmulator emulator) {
      assertEquals(List.of(world), emulator.worlds());
      WORLDS.computeIfAbsent("seeded", name -> ConcurrentHashMap.newKeySet()).add(world.name());
    }
  }

  @SpringJUnitConfig(Nothing.class)
  @EmulatedAuth(provider = "stytch", seed = "classpath:none.yaml")
  static class NoSuchSeed {
    @Test
    void neverStarts(World world) {
      throw new AssertionError("it did, with " + world.name());
    }
  }

  /** A configuration without beans. */
  static class Nothing {}
}
