package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is called on a client reaches the provider as it is, and its answer comes back. */
class DelegationTest {

  @TestFactory
  Stream<DynamicTest> everyOperationReachesItsOwnMethodOfTheProviderOnceAndReturnsItsAnswer() {
    return Operation.all()
        .map(operation -> dynamicTest(operation.toString(), () -> reaches(operation)));
  }

  /** Samples are never empty, so that an answer that got lost on the way is told from them. */
  private static void reaches(Operation operation) throws Throwable {
    FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
    try (AuthClient client = provider.client().build()) {
      Object answer = operation.call(client, operation.samples());
      assertEquals(List.of(operation.providerCall()), provider.calls);
      assertSame(FixtureProvider.sample(operation.method()), answer);
      // An overload without options adds some that say nothing.
      List<Object> given = provider.arguments.get(0);
      int own = operation.parameters().size();
      assertTrue(own == given.size() || !operation.takesOptions(), given::toString);
      assertArrayEquals(operation.samples(), given.subList(0, own).toArray());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SecondFactorKind.class,
      mode = Mode.EXCLUDE,
      names = {"SMS_OTP", "EMAIL_OTP"})
  void onlyCodesThatAreSentCanBeSent(SecondFactorKind kind) {
    FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
    try (AuthClient client = provider.client().build()) {
      Failures.refuses(
          "kind",
          () ->
              client
                  .secondFactor()
                  .sendOtp(
                      (ChallengeHandle) Samples.of(ChallengeHandle.class),
                      kind,
                      DeliveryOptions.defaults()));
      assertEquals(List.of(), provider.calls);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SecondFactorKind.class,
      names = {"SMS_OTP", "EMAIL_OTP"})
  void codesByTextAndByMailCanBeSent(SecondFactorKind kind) {
    FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
    try (AuthClient client = provider.client().build()) {
      assertSame(
          Challenge.class,
          client
              .secondFactor()
              .sendOtp(
                  (ChallengeHandle) Samples.of(ChallengeHandle.class),
                  kind,
                  DeliveryOptions.defaults())
              .getClass());
      assertEquals(List.of("SecondFactor.sendOtp"), provider.calls);
    }
  }
}
