package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(EmulatorExtension.class)
class FaultEffectTest {
  private static final String ANY = "stackauth.*";

  static List<FaultEffect> effects() {
    return List.of(
        FaultEffect.respond(503),
        FaultEffect.respond(200, "text/html", "<h1>Sign in to the network</h1>"),
        FaultEffect.rateLimit(5, Duration.ofMinutes(1)),
        FaultEffect.drop(),
        FaultEffect.dropAfterProcessing(),
        FaultEffect.truncate(),
        FaultEffect.contentType("text/html"),
        FaultEffect.delay(Duration.ZERO),
        FaultEffect.hold(Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void anEffectIsPlantedAndSaysWhatItDoes(FaultEffect effect, World world) {
    Fault fault = world.faults().on(ANY).times(2).plant(effect);

    assertEquals(effect.description(), fault.effect());
    assertEquals(2, fault.remaining().orElseThrow());
    assertEquals(effect instanceof FaultEffect.Hold, fault instanceof HeldRequests);
  }

  @Test
  void noEffectIsLeftOut() {
    assertEquals(
        Set.of(FaultEffect.class.getPermittedSubclasses()),
        effects().stream().map(FaultEffect::getClass).collect(Collectors.toSet()));
    assertEquals(
        Set.of(FaultEffect.Cut.values()),
        effects().stream().filter(FaultEffect.Cut.class::isInstance).collect(Collectors.toSet()));
  }

  @Test
  void oneEffectCanBeInManyWorlds(AuthEmulator emulator) {
    FaultEffect hold = FaultEffect.hold(Duration.ofSeconds(30));
    try (World one = emulator.newWorld();
        World other = emulator.newWorld()) {
      HeldRequests held = assertInstanceOf(HeldRequests.class, one.faults().on(ANY).plant(hold));
      other.faults().on(ANY).plant(hold);
      held.release();

      assertEquals(1, other.faults().active().size());
    }
  }

  @Test
  void whatCannotBeIsRefusedWhenItIsSaid() {
    List<Executable> wrong =
        List.of(
            () -> FaultEffect.respond(200),
            () -> FaultEffect.respond(600),
            () -> FaultEffect.respond(199, "text/html", ""),
            () -> FaultEffect.respond(200, "text/html\r\nset-cookie: a=b", ""),
            () -> FaultEffect.rateLimit(0, Duration.ofSeconds(1)),
            () -> FaultEffect.rateLimit(1, Duration.ZERO),
            () -> FaultEffect.contentType("text/html\r\nset-cookie: a=b"),
            () -> FaultEffect.delay(Duration.ofNanos(-1)),
            () -> FaultEffect.hold(Duration.ZERO));
    wrong.forEach(maker -> assertThrows(IllegalArgumentException.class, maker));
  }

  @Test
  void occasionsThatCannotBeAreRefused(World world) {
    Faults faults = world.faults();
    List<Executable> wrong =
        List.of(
            () -> faults.on(ANY).times(0),
            () -> faults.on(ANY).after(-1),
            () -> faults.on(ANY).every(0),
            () -> faults.on(ANY).every(2).rateLimit(1, Duration.ofSeconds(1)));
    wrong.forEach(maker -> assertThrows(IllegalArgumentException.class, maker));
    assertEquals(List.of(), faults.active());
  }
}
