package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a builder was told is what its value says, and what it was not told is not there. */
class BuildersTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private record Kind(String name, Supplier<Object> builder) {}

  private static Stream<Kind> kinds() {
    return Stream.concat(
        Stream.of(
            new Kind("User", () -> User.builder(Samples.USER_ID)),
            new Kind("Session", () -> Session.builder(Samples.SESSION.id(), Samples.USER_ID)),
            new Kind("Machine", () -> Machine.builder(MachineId.of("m"), "Nightly")),
            new Kind(
                "AuthEvent",
                () ->
                    AuthEvent.builder(
                        "msg", AuthEventType.USER_CREATED, "user.created", Samples.NOON, "{}")),
            new Kind("NewMachine", () -> NewMachine.named("Nightly")),
            new Kind("MachineQuery", MachineQuery::builder),
            new Kind("UserQuery", UserQuery::builder),
            new Kind("UserUpdate", UserUpdate::builder),
            new Kind("NewUser", NewUser::builder)),
        Arrays.stream(Options.class.getPermittedSubclasses())
            .map(options -> new Kind(options.getSimpleName(), () -> builder(options))));
  }

  private static Object builder(Class<?> options) {
    try {
      return options.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> aValueSaysWhatItsBuilderWasTold() {
    return kinds()
        .map(kind -> dynamicTest(kind.name(), () -> saysWhatItWasTold(kind.builder().get())));
  }

  private static void saysWhatItWasTold(Object builder) throws Exception {
    for (Method setter : setters(builder)) {
      assertSame(builder, setter.invoke(builder, sample(setter)), setter.getName());
    }
    Object value = builder.getClass().getMethod("build").invoke(builder);
    for (Method setter : setters(builder)) {
      Object sample = sample(setter);
      Object expected = sample instanceof Collection<?> items ? List.copyOf(items) : sample;
      assertEquals(expected, told(value, setter), setter.getName());
    }
  }

  @TestFactory
  Stream<DynamicTest> whatABuilderWasNotToldIsNotThere() {
    return kinds()
        .filter(kind -> !kind.name().equals("NewUser")) // has an address at least
        .map(kind -> dynamicTest(kind.name(), () -> saysNothing(kind.builder().get())));
  }

  private static void saysNothing(Object builder) throws Exception {
    Object value = builder.getClass().getMethod("build").invoke(builder);
    for (Method setter : setters(builder)) {
      Object found = value.getClass().getMethod(setter.getName()).invoke(value);
      if (found instanceof Collection<?> items) {
        assertEquals(List.of(), List.copyOf(items), setter.getName());
      } else if (found instanceof Map<?, ?> map) {
        assertEquals(Map.of(), map, setter.getName());
      } else if (!setter.getName().equals("limit")) {
        assertTrue(Optional.empty().equals(found) || Boolean.FALSE.equals(found), setter.getName());
      }
    }
  }

  /** In an order that is the same each time. */
  private static List<Method> setters(Object builder) {
    return Arrays.stream(builder.getClass().getMethods())
        .filter(method -> method.getParameterCount() == 1 && !method.isBridge())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static Object told(Object value, Method setter) throws ReflectiveOperationException {
    Object found = value.getClass().getMethod(setter.getName()).invoke(value);
    if (found instanceof Optional<?> optional) {
      return optional.orElseThrow(() -> new AssertionError(setter.getName() + " is not there"));
    }
    return found instanceof Collection<?> items ? List.copyOf(items) : found;
  }

  private static Object sample(Method setter) {
    Class<?> type = setter.getParameterTypes()[0];
    if (Collection.class.isAssignableFrom(type)) {
      Object item = item(setter.getName());
      return type == Set.class ? Set.of(item) : List.of(item);
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == int.class) {
      return 7;
    }
    if (type == Map.class) {
      return Map.of("plan", "pro");
    }
    if (type == Duration.class) {
      return HOUR;
    }
    if (type == Instant.class) {
      return Samples.NOON;
    }
    if (type == Locale.class) {
      return Locale.GERMAN;
    }
    if (type == ClientContext.class) {
      return ClientContext.of("192.0.2.1", "Browser/1");
    }
    if (type == PageCursor.class) {
      return PageCursor.of("c2");
    }
    return type == String.class ? "alice.example" : Samples.of(type);
  }

  private static Object item(String name) {
    return switch (name) {
      case "emails" -> new UserEmail(Samples.EMAIL, true);
      case "phoneNumbers" -> new UserPhoneNumber(Samples.PHONE, true);
      case "secondFactors" -> SecondFactorKind.TOTP;
      case "oauthProviders" -> OAuthProviderId.GITHUB;
      case "factors" -> new AuthenticationFactor(FactorKind.PASSWORD, Optional.empty());
      default -> "read:books";
    };
  }

  @Test
  void metadataIsKeptByItsScope() {
    Map<String, Object> plan = Map.of("plan", "pro");
    Map<MetadataScope, Object> expected = Map.of(MetadataScope.USER_READABLE, plan);
    User user = User.builder(Samples.USER_ID).metadata(MetadataScope.USER_READABLE, plan).build();
    assertEquals(plan, user.metadata(MetadataScope.USER_READABLE));
    assertEquals(Map.of(), user.metadata(MetadataScope.SERVER_ONLY));
    assertEquals(
        expected,
        NewUser.builder()
            .email(Samples.EMAIL)
            .metadata(MetadataScope.USER_READABLE, plan)
            .build()
            .metadata());
    assertEquals(
        expected,
        UserUpdate.builder().metadata(MetadataScope.USER_READABLE, plan).build().metadata());
    assertEquals(
        expected,
        SignUpOptions.builder().metadata(MetadataScope.USER_READABLE, plan).build().metadata());
  }

  @Test
  void whatAValueCanNotBeWithoutIsSaidFirst() {
    assertEquals(Samples.USER_ID, Samples.USER.id());
    assertEquals(Samples.USER_ID, Samples.SESSION.userId());
    assertEquals(SessionId.of("session-1"), Samples.SESSION.id());
    assertEquals("Nightly", NewMachine.named("Nightly").build().name());
    Machine machine = Machine.builder(MachineId.of("m"), "Nightly").build();
    assertEquals(MachineId.of("m"), machine.id());
    assertEquals("Nightly", machine.name());
    AuthEvent event =
        AuthEvent.builder("msg", AuthEventType.USER_CREATED, "user.created", Samples.NOON, "{}")
            .build();
    assertEquals("msg", event.id());
    assertEquals(AuthEventType.USER_CREATED, event.type());
    assertEquals("user.created", event.providerType());
    assertEquals(Samples.NOON, event.sentAt());
    assertEquals("{}", event.json());
  }

  @Test
  void aNewUserHasWhatItWasToldAndNoMore() {
    NewUser bare = NewUser.withEmail(Samples.EMAIL);
    assertFalse(bare.emailVerified());
    assertEquals(Optional.empty(), bare.phoneNumber());
    assertEquals(Optional.empty(), bare.displayName());
    assertEquals(Optional.empty(), bare.externalId());
    assertEquals(Map.of(), bare.metadata());
  }

  @Test
  void theParametersOfAHashAreKept() {
    Map<String, String> salt = Map.of("salt", "AAAA");
    assertEquals(
        salt, new PasswordHash(PasswordHash.Format.SHA1, Samples.SECRET, salt).parameters());
  }

  @Test
  void anObserverNeedNotLookAtAnything() {
    AuthObserver indifferent = new AuthObserver() {};
    CallEnd end = indifferent.onCallStart(new CallStart("fixture", "users.find"));
    end.ended(new CallEvent("fixture", "users.find", HOUR, Optional.empty()));
  }

  @Test
  void anEventAboutAUserTellsTheUsersId() {
    AuthEvent.Builder event =
        AuthEvent.builder("msg", AuthEventType.USER_CREATED, "user.created", Samples.NOON, "{}");
    assertEquals(
        Optional.of(Samples.USER_ID), event.user(Samples.USER).build().userId(), "by the user");
  }
}
