package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values are the same by what identifies them, and can be kept in hash tables. */
class EqualityTest {

  private static final Map<String, IntFunction<Object>> MAKERS =
      new TreeMap<>(
          Map.of(
              "User", i -> User.builder(UserId.of("u" + i)).build(),
              "Session", i -> Session.builder(SessionId.of("s" + i), Samples.USER_ID).build(),
              "Machine", i -> Machine.builder(MachineId.of("m" + i), "Nightly").build(),
              "AuthEvent", EqualityTest::event,
              "PhoneNumber", i -> PhoneNumber.of("+141555501" + (10 + i)),
              "EmailAddress", i -> EmailAddress.of("a" + i + "@example.com"),
              "Secret", i -> Secret.of("secret" + i),
              "OneTimeCode", i -> OneTimeCode.of("12345" + i),
              "AccessToken", i -> AccessToken.of("token" + i)));

  private static AuthEvent event(int number) {
    return AuthEvent.builder(
            "msg" + number, AuthEventType.USER_CREATED, "user.created", Samples.NOON, "{}")
        .build();
  }

  static Stream<Arguments> kinds() {
    return MAKERS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameIsEqualAndAnotherIsNot(String name, IntFunction<Object> maker) {
    assertEquals(maker.apply(1), maker.apply(1));
    assertEquals(maker.apply(1).hashCode(), maker.apply(1).hashCode());
    assertNotEquals(maker.apply(1), maker.apply(2));
    assertFalse(maker.apply(1).equals("another type"));
    assertFalse(maker.apply(1).equals(null));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hashCodesTellValuesApart(String name, IntFunction<Object> maker) {
    long different = IntStream.range(0, 9).map(i -> maker.apply(i).hashCode()).distinct().count();
    assertTrue(different > 1, "nine values have one hash code");
  }

  @Test
  void aMachineIsPrintedByItsIdAndWhetherItWasRevoked() {
    Machine.Builder machine = Machine.builder(MachineId.of("m1"), "Nightly");
    assertEquals("Machine[m1]", machine.build().toString());
    assertEquals("Machine[m1, revoked]", machine.revoked(true).build().toString());
  }
}
