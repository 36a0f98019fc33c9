package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Observation, and what becomes of a provider's failures. */
class CallsTest {

  private final FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
  private final List<CallEvent> seen = new ArrayList<>();
  private final AuthObserver observer =
      new AuthObserver() {
        @Override
        public void onCall(CallEvent event) {
          seen.add(event);
        }
      };

  @Test
  void aCallIsObserved() {
    try (AuthClient client = provider.client().observer(observer).build()) {
      client.passwords().signIn(Samples.EMAIL, Samples.SECRET);
      client.users().delete(Samples.USER_ID);
    }
    assertEquals(
        List.of("passwords.signIn", "users.delete"),
        seen.stream().map(CallEvent::operation).toList());
    assertEquals(Optional.empty(), seen.get(0).failure());
    assertEquals("fixture", seen.get(0).provider());
    assertFalse(seen.get(0).duration().isNegative());
  }

  @Test
  void aCallsDurationIsNoLongerThanWhatItsCallerWaited() {
    long start = System.nanoTime();
    try (AuthClient client = provider.client().observer(observer).build()) {
      client.users().delete(Samples.USER_ID);
    }
    long waited = System.nanoTime() - start;
    assertTrue(seen.get(0).duration().toNanos() <= waited, () -> seen + " of " + waited);
  }

  @Test
  void everyObserverIsToldOfWhatIsSentWhateverTheOthersDo() {
    WireEvent event =
        new WireEvent(
            "fixture", "GET", "/users", OptionalInt.of(200), Duration.ZERO, Optional.empty());
    List<WireEvent> sent = new ArrayList<>();
    AuthObserver broken =
        new AuthObserver() {
          @Override
          public void onWire(WireEvent told) {
            throw new IllegalStateException("a broken observer, on purpose");
          }
        };
    AuthObserver listening =
        new AuthObserver() {
          @Override
          public void onWire(WireEvent told) {
            sent.add(told);
          }
        };
    AtomicReference<AuthObserver> told = new AtomicReference<>();
    AuthClient.Builder builder =
        AuthClient.builder(
            Factories.of(
                context -> {
                  told.set(context.observer());
                  return provider;
                }),
            FixtureProvider.CONFIG);
    builder.observer(broken).observer(listening).build().close();
    Objects.requireNonNull(told.get()).onWire(event);
    assertEquals(List.of(event), sent);
  }

  @Test
  void aFailureIsObservedAndPassedOnAsItIs() {
    AuthException thrown = AuthException.of(ErrorCode.INVALID_CREDENTIALS, "no");
    provider.answers(
        method -> {
          throw thrown;
        });
    try (AuthClient client = provider.client().observer(observer).build()) {
      AuthException caught =
          fails(
              ErrorCode.INVALID_CREDENTIALS,
              () -> client.passwords().signIn(Samples.EMAIL, Samples.SECRET));
      assertSame(thrown, caught);
    }
    assertEquals(Optional.of(ErrorCode.INVALID_CREDENTIALS), seen.get(0).failure());
  }

  @Test
  void aCallThatIsRefusedHereIsNotReported() {
    FixtureProvider none = new FixtureProvider(Set.of());
    try (AuthClient client = none.client().observer(observer).build()) {
      fails(ErrorCode.UNSUPPORTED, () -> client.users().find(Samples.USER_ID));
    }
    assertEquals(List.of(), seen);
  }

  @Test
  void anObserverThatThrowsDisturbsNeitherTheCallNorTheOthers() {
    AuthObserver broken =
        new AuthObserver() {
          @Override
          public void onCall(CallEvent event) {
            throw new IllegalStateException("a broken observer, on purpose");
          }
        };
    try (AuthClient client = provider.client().observer(broken).observer(observer).build()) {
      assertSame(Samples.SIGNED_IN, client.passwords().signIn(Samples.EMAIL, Samples.SECRET));
    }
    assertEquals(1, seen.size());
  }

  @Test
  void whatIsPutInScopeAtTheStartIsThereUntilTheEnd() {
    List<String> order = new ArrayList<>();
    provider.answers(
        method -> {
          order.add("call");
          return Samples.SIGNED_IN;
        });
    try (AuthClient client =
        provider.client().observer(ordered("a", order)).observer(ordered("b", order)).build()) {
      client.passwords().signIn(Samples.EMAIL, Samples.SECRET);
    }
    assertEquals(List.of("a begins", "b begins", "call", "b ends", "a ends"), order);
  }

  @Test
  void anEndIsToldOfAnErrorToo() {
    List<String> order = new ArrayList<>();
    provider.answers(
        method -> {
          throw new AssertionError("on purpose");
        });
    try (AuthClient client = provider.client().observer(ordered("a", order)).build()) {
      assertThrows(
          AssertionError.class, () -> client.passwords().signIn(Samples.EMAIL, Samples.SECRET));
    }
    assertEquals(List.of("a begins", "a ends"), order);
  }

  @Test
  void anObserverThatThrowsAtTheStartOrEndDisturbsNobody() {
    AuthObserver atTheStart =
        new AuthObserver() {
          @Override
          public CallEnd onCallStart(CallStart call) {
            throw new NoClassDefFoundError("on purpose");
          }
        };
    AuthObserver atTheEnd =
        new AuthObserver() {
          @Override
          public CallEnd onCallStart(CallStart call) {
            return event -> {
              throw new IllegalStateException("on purpose");
            };
          }
        };
    List<String> order = new ArrayList<>();
    try (AuthClient client =
        provider
            .client()
            .observer(ordered("a", order))
            .observer(atTheStart)
            .observer(atTheEnd)
            .build()) {
      client.passwords().signIn(Samples.EMAIL, Samples.SECRET);
    }
    assertEquals(List.of("a begins", "a ends"), order);
  }

  private static AuthObserver ordered(String name, List<String> order) {
    return new AuthObserver() {
      @Override
      public CallEnd onCallStart(CallStart call) {
        assertEquals("passwords.signIn", call.operation());
        order.add(name + " begins");
        return event -> order.add(name + " ends");
      }
    };
  }

  @Test
  void aStrayExceptionIsWrappedWithoutItsMessages() {
    RuntimeException stray =
        new IllegalStateException(
            "body: " + Samples.SECRET_TEXT,
            new IllegalArgumentException("inner " + Samples.SECRET_TEXT));
    provider.answers(
        method -> {
          throw stray;
        });
    try (AuthClient client = provider.client().observer(observer).build()) {
      AuthException failure =
          fails(ErrorCode.UNKNOWN, () -> client.passwords().signIn(Samples.EMAIL, Samples.SECRET));
      assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
      assertTrue(message(failure).contains("passwords.signIn"), message(failure));
      String trace = trace(failure);
      assertFalse(trace.contains(Samples.SECRET_TEXT), trace);
      assertTrue(trace.contains("java.lang.IllegalStateException"), trace);
      assertTrue(trace.contains("java.lang.IllegalArgumentException"), trace);
      Throwable cause = Objects.requireNonNull(failure.getCause());
      assertArrayEquals(
          stray.getStackTrace(), cause.getStackTrace(), "where it was thrown is kept");
    }
    assertEquals(Optional.of(ErrorCode.UNKNOWN), seen.get(0).failure());
  }

  @Test
  void aRingOfCausesEnds() {
    RuntimeException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));
    provider.answers(
        method -> {
          throw one;
        });
    try (AuthClient client = provider.client().build()) {
      fails(ErrorCode.UNKNOWN, () -> client.users().find(Samples.USER_ID));
    }
  }

  @Test
  void anAreaThatIsDeclaredAndMissingIsUnsupported() {
    AuthProvider hollow =
        new AuthProvider() {
          @Override
          public String id() {
            return "hollow";
          }

          @Override
          public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
          }

          @Override
          public Areas areas() {
            return Areas.builder().build();
          }

          @Override
          public void close() {}
        };
    try (AuthClient client =
        AuthClient.builder(Factories.of(context -> hollow), FixtureProvider.CONFIG).build()) {
      Operation.all()
          .forEach(
              operation ->
                  fails(ErrorCode.UNSUPPORTED, () -> operation.call(client, operation.samples())));
    }
  }

  @Test
  void aLazyAreaIsMadeByACallThatPassedItsChecks() {
    AtomicInteger made = new AtomicInteger();
    FixtureProvider lazy =
        new FixtureProvider(EnumSet.of(Capability.USER_FIND)) {
          @Override
          public Areas areas() {
            Users users = super.areas().users();
            return Areas.builder()
                .lazily(
                    Users.class,
                    () -> {
                      if (made.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet, " + Samples.SECRET_TEXT);
                      }
                      return users;
                    })
                .build();
          }
        };
    Users users;
    try (AuthClient client = lazy.client().observer(observer).build()) {
      users = client.users();
      fails(ErrorCode.INVALID_ARGUMENT, () -> client.users().find(absent()));
      fails(ErrorCode.UNSUPPORTED, () -> client.users().search(UserQuery.all()));
      assertEquals(0, made.get());
      AuthException failure = fails(ErrorCode.UNKNOWN, () -> users.find(Samples.USER_ID));
      assertTrue(message(failure).contains("users.find"), message(failure));
      assertFalse(trace(failure).contains(Samples.SECRET_TEXT), trace(failure));
      assertTrue(users.find(Samples.USER_ID).isPresent());
      assertTrue(users.find(Samples.USER_ID).isPresent());
    }
    assertEquals(2, made.get());
    assertEquals(
        List.of(Optional.of(ErrorCode.UNKNOWN), Optional.empty(), Optional.empty()),
        seen.stream().map(CallEvent::failure).toList());
    AuthClient closed = lazy.client().build();
    closed.close();
    fails(ErrorCode.CLIENT_CLOSED, () -> closed.users().find(Samples.USER_ID));
    assertEquals(2, made.get());
  }

  @Test
  void theProvidersOwnInterfaceIsWithinReach() {
    try (AuthClient client = provider.client().build()) {
      assertSame(provider, client.unwrap(FixtureProvider.class));
      AuthException failure =
          fails(ErrorCode.UNSUPPORTED, () -> client.unwrap(StringBuilder.class));
      assertTrue(message(failure).contains("java.lang.StringBuilder"), message(failure));
    }
  }

  @Test
  void aCallOfTheProvidersOwnViewIsGuardedAndObserved() {
    FixtureProvider.View view;
    try (AuthClient client = provider.client().observer(observer).build()) {
      view = client.unwrap(FixtureProvider.View.class);
      assertEquals("done", view.run(CallOptions.defaults(), () -> "done"));
      fails(
          ErrorCode.UNKNOWN,
          () ->
              view.run(
                  CallOptions.defaults(),
                  () -> {
                    throw new IllegalStateException("a broken view, on purpose");
                  }));
      assertEquals(
          List.of(Optional.empty(), Optional.of(ErrorCode.UNKNOWN)),
          seen.stream().map(CallEvent::failure).toList());
      assertEquals("fixture.do", seen.get(0).operation());
    }
    fails(ErrorCode.CLIENT_CLOSED, () -> view.run(CallOptions.defaults(), () -> "never"));
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
