package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SensitiveValueTest {

  private static final Map<String, Function<String, SensitiveValue>> MAKERS =
      Map.of(
          "secret", Secret::of,
          "code", OneTimeCode::of,
          "accessToken", AccessToken::of,
          "renewalToken", RenewalToken::of,
          "handle", ChallengeHandle::of);

  static Stream<Arguments> kinds() {
    return MAKERS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @Test
  void everyKindIsTestedHere() {
    assertEquals(
        Set.of(SensitiveValue.class.getPermittedSubclasses()),
        MAKERS.values().stream().map(m -> m.apply("x").getClass()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theTextFormShowsNothing(String name, Function<String, SensitiveValue> maker) {
    SensitiveValue value = maker.apply("hush-hush");
    assertEquals(value.getClass().getSimpleName() + "[redacted]", value.toString());
    assertEquals("hush-hush", value.reveal());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothingButRevealGivesTheValueAway(String name, Function<String, SensitiveValue> maker) {
    SensitiveValue value = maker.apply("hush-hush");
    List<String> readers =
        Arrays.stream(value.getClass().getMethods())
            .filter(m -> m.getDeclaringClass() != Object.class && m.getParameterCount() == 0)
            .filter(m -> !Modifier.isStatic(m.getModifiers()))
            .filter(m -> !SensitiveValue.class.isAssignableFrom(m.getReturnType()))
            .map(Method::getName)
            .sorted()
            .toList();
    assertEquals(List.of("hashCode", "reveal", "toString"), readers);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nullAndBlankAreRefused(String name, Function<String, SensitiveValue> maker) {
    refuses(name, () -> maker.apply(absent()));
    refuses(name, () -> maker.apply(""));
    refuses(name, () -> maker.apply(" \t\n"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void equalityIsByTypeAndValue(String name, Function<String, SensitiveValue> maker) {
    SensitiveValue value = maker.apply("abc");
    assertEquals(maker.apply("abc"), value);
    assertEquals(maker.apply("abc").hashCode(), value.hashCode());
    for (String other : List.of("abd", "bbc", "ab", "abcd", "ABC")) {
      assertNotEquals(maker.apply(other), value, other);
    }
    MAKERS.forEach(
        (otherName, otherMaker) ->
            assertEquals(name.equals(otherName), otherMaker.apply("abc").equals(value)));
    assertFalse(value.equals(absent()));
  }

  @Test
  void textThatNoEncodingHoldsIsStillToldApart() {
    assertNotEquals(Secret.of("a\uD800"), Secret.of("a\uD801"));
    assertNotEquals(Secret.of("a\uD800"), Secret.of("a?"));
    assertNotEquals(Secret.of("A"), Secret.of("\u0141"));
  }

  @Test
  void aSecretIsKeptExactly() {
    assertEquals("  päss wörd \uD83D\uDD11\n", Secret.of("  päss wörd \uD83D\uDD11\n").reveal());
  }

  @Test
  void aCodeLosesTheBlanksAroundIt() {
    assertEquals("12 34-56", OneTimeCode.of(" 12 34-56\n").reveal());
    refuses("code", () -> OneTimeCode.of("1".repeat(65)));
    assertEquals(64, OneTimeCode.of(" " + "1".repeat(64) + " ").reveal().length());
  }

  @Test
  void aHandleHasTheFormOfOne() {
    assertEquals(4000, ChallengeHandle.of("v".repeat(4000)).reveal().length());
    assertTrue(ChallengeHandle.of("v1.stack-auth.otp.AZaz09-_~").reveal().startsWith("v1."));
    for (String bad :
        List.of("v".repeat(4001), "v1 x", "v1;x", "v1.x=", "v1/x", "v1%2E", "v1\r\nSet-Cookie:x")) {
      AuthException failure = refuses("handle", () -> ChallengeHandle.of(bad));
      assertFalse(message(failure).contains(bad));
    }
  }
}
