package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedMakers;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No field of a project's state is forgotten by seeds and exports. */
class StateInSeedTest {
  private static final int CASES = 150;

  /** Which sessions have ended follows from their ends, and what signs from the public key. */
  private static final Set<String> FOLLOW_FROM_OTHERS =
      Set.of("Endings.over", "StoredCredential.algorithm");

  /**
   * A field that is in no seed fails here: if seeds can't fill it, because it is never filled; if
   * they can and an export leaves it out, because the second world differs. Either teach seeds,
   * exports and the maker of seeds, or mark it {@link NotInSeed}.
   */
  @Test
  void whatAnExportBringsBackIsAllThatWasThere() throws Exception {
    SameStates states = new SameStates();
    try (AuthEmulator emulator = AuthEmulator.start()) {
      for (int number = 2000; number < 2000 + CASES; number++) {
        for (World world : emulator.load(SeedMakers.number(number))) {
          List<VendorProject> before = ((LiveWorld) world).projects();
          Seed exported = world.export();
          world.close();
          World again = emulator.load(exported).get(0);
          List<VendorProject> after = ((LiveWorld) again).projects();
          for (int i = 0; i < before.size(); i++) {
            compare(states, "seed " + number, project(before.get(i)), project(after.get(i)));
          }
          again.close();
        }
      }
    }
    assertEquals(FOLLOW_FROM_OTHERS, states.neverFilled());
  }

  /** What projects hold is compared above; anything else says why it is not. */
  @Test
  void everyFieldOfAProjectIsComparedOrSaysWhyNot() {
    assertEquals(Set.of("state", "keySets"), fields(StackAuthProject.class));
    assertEquals(Set.of("state"), fields(StytchProject.class));
  }

  private static Set<String> fields(Class<?> project) {
    return Samples.fields(project).stream()
        .filter(field -> field.getDeclaringClass() == project)
        .filter(field -> !field.isAnnotationPresent(NotInSnapshot.class))
        .filter(field -> !field.isAnnotationPresent(NotInSeed.class))
        .map(Field::getName)
        .collect(Collectors.toSet());
  }

  private static void compare(SameStates states, String which, Object before, Object after)
      throws IllegalAccessException {
    states.require(which, field("state", before), field("state", after));
    if (before instanceof StackAuthProject project) {
      // The first set is the project's own keys, which it is made with.
      states.require(
          which + " keys",
          project.keySets().changedOrAdded(),
          ((StackAuthProject) after).keySets().changedOrAdded());
    }
  }

  private static Object project(VendorProject plugged) throws IllegalAccessException {
    return field("project", plugged);
  }

  private static Object field(String name, Object object) throws IllegalAccessException {
    return Samples.fields(object.getClass()).stream()
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .get(object);
  }
}
