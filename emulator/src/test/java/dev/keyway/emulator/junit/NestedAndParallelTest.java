package dev.keyway.emulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Launched;
import dev.keyway.emulator.World;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class NestedAndParallelTest {
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  @Test
  void eachOfManyTestsAtOnceHasOneWorld() {
    SEEN.clear();
    assertEquals(List.of(), Launched.inParallel(Outer.class));
    assertEquals(60, SEEN.size());
  }

  @ExtendWith(EmulatorExtension.class)
  static class Outer {
    private final World constructed;

    Outer(World world) {
      constructed = world;
    }

    @BeforeEach
    void before(World world) {
      assertSame(constructed, world);
    }

    @AfterEach
    void after(World world) {
      assertSame(constructed, world);
      assertTrue(world.accounts().list().isEmpty());
    }

    @RepeatedTest(20)
    void ofTheOuterClass(World world) {
      assertTrue(SEEN.add(world.id()));
    }

    @Nested
    class Inner {
      private final World inner;

      Inner(World world) {
        inner = world;
      }

      @RepeatedTest(20)
      void ofTheInnerClass(World world) {
        assertSame(constructed, inner);
        assertSame(constructed, world);
        assertTrue(SEEN.add(world.id()));
      }

      @Nested
      class Innermost {
        @RepeatedTest(20)
        void ofTheInnermostClass(World world) {
          assertSame(constructed, world);
          assertTrue(SEEN.add(world.id()));
        }
      }
    }
  }
}
