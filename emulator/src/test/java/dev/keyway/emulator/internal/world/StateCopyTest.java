package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.webhook.RecordingWebhooks;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No field of a world's state is forgotten when a checkpoint copies it. */
class StateCopyTest {

  /** Every class that hangs together with these is filled, copied and compared, field by field. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.keyway.emulator.internal.stackauth.state.StackAuthState",
        "dev.keyway.emulator.internal.stackauth.state.ProjectKeys",
        "dev.keyway.emulator.internal.stytch.state.StytchState"
      })
  void everyFieldOfAStateIsCopiedOrDeclaredShared(String name) throws Exception {
    Object state = new Samples().of(Class.forName(name), Map.of());
    Method copy = state.getClass().getDeclaredMethod("copy");
    copy.setAccessible(true);

    new Copies().requireApart("state", state, copy.invoke(state));
  }

  /** Whoever holds state has a snapshot with a field of the same name for all that can change. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        StackAuthProject.class,
        StytchProject.class,
        IdentityProvider.class,
        RecordingOutbox.class,
        RecordingWebhooks.class,
        KeyRing.class
      })
  void everyFieldOfAHolderIsInItsSnapshotOrDeclaredShared(Class<?> holder) throws Exception {
    Class<?> snapshot = Class.forName(holder.getName() + "$Snapshot");

    Set<String> saved =
        Samples.fields(snapshot).stream().map(Field::getName).collect(Collectors.toSet());
    Set<String> changing =
        Samples.fields(holder).stream()
            .filter(field -> !field.isAnnotationPresent(NotInSnapshot.class) && canChange(field))
            .map(Field::getName)
            .collect(Collectors.toSet());

    assertEquals(changing, saved, () -> "Add it to " + snapshot.getName() + ", or mark it @Shared");
  }

  @Test
  void whatIsForgottenOrSharedIsSeen() throws Exception {
    Object state =
        new Samples()
            .of(Class.forName("dev.keyway.emulator.internal.stytch.state.StytchState"), Map.of());

    AssertionError shared =
        assertThrows(
            AssertionError.class,
            () -> new Copies().requireApart("state", Map.of("a", state), Map.of("a", state)));
    Constructor<?> empty = state.getClass().getDeclaredConstructor(Clock.class);
    empty.setAccessible(true);
    Object nothing = empty.newInstance(Clock.systemUTC());
    AssertionError forgotten =
        assertThrows(
            AssertionError.class, () -> new Copies().requireApart("state", state, nothing));

    assertTrue(String.valueOf(shared.getMessage()).contains("state{value}"), shared::toString);
    assertTrue(String.valueOf(forgotten.getMessage()).contains("state."), forgotten::toString);
  }

  private static boolean canChange(Field field) {
    boolean constant =
        Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    return !constant;
  }
}
