package dev.keyway.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Passwords;
import dev.keyway.Secret;
import dev.keyway.Users;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AreasTest {

  private final Passwords passwords = new Passwords() {};
  private final Users users = new Users() {};

  @Test
  void anAreaThatWasGivenIsHandedOut() {
    assertSame(passwords, Areas.builder().passwords(passwords).build().passwords());
  }

  @Test
  void everyAreaThatWasGivenIsHandedOut() throws Exception {
    Areas.Builder builder = Areas.builder();
    Map<String, Object> given = new TreeMap<>();
    for (Method setter : setters().toList()) {
      Class<?> type = setter.getParameterTypes()[0];
      Object area =
          Proxy.newProxyInstance(
              type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> proxy);
      assertSame(builder, setter.invoke(builder, area), setter.getName());
      given.put(setter.getName(), area);
    }
    Areas areas = builder.build();
    for (Method setter : setters().toList()) {
      assertTrue(
          given.get(setter.getName()) == Areas.class.getMethod(setter.getName()).invoke(areas),
          setter.getName());
    }
  }

  private static Stream<Method> setters() {
    return Arrays.stream(Areas.Builder.class.getMethods())
        .filter(setter -> setter.getReturnType() == Areas.Builder.class)
        .filter(setter -> setter.getParameterCount() == 1);
  }

  @Test
  void anAreaThatWasLeftOutAnswersThatItIsNotThere() {
    Areas none = Areas.builder().build();
    AuthException failure =
        assertThrows(AuthException.class, () -> none.passwords().check(Secret.of("x")));
    assertEquals(ErrorCode.UNSUPPORTED, failure.code());
  }

  @Test
  void aLazyAreaIsMadeOnceAndNotBeforeItIsAskedFor() {
    AtomicInteger made = new AtomicInteger();
    Areas areas =
        Areas.builder()
            .lazily(
                Users.class,
                () -> {
                  made.incrementAndGet();
                  return new Users() {};
                })
            .build();
    Areas copy = areas.toBuilder().passwords(passwords).build();
    assertEquals("Areas[Users]", areas.toString());
    assertEquals(0, made.get());
    assertSame(areas.users(), areas.users());
    assertSame(areas.users(), copy.users());
    assertEquals(1, made.get());
  }

  @Test
  void aLazyAreaThatFailsIsTriedAgain() {
    AtomicInteger made = new AtomicInteger();
    Areas areas =
        Areas.builder()
            .lazily(
                Users.class,
                () -> {
                  if (made.incrementAndGet() == 1) {
                    throw new IllegalStateException("not yet");
                  }
                  return users;
                })
            .build();
    assertThrows(IllegalStateException.class, areas::users);
    assertSame(users, areas.users());
  }

  @Test
  void everyAreaCanBeLazyAndNothingElse() throws Exception {
    for (Method setter : setters().toList()) {
      lazily(setter.getParameterTypes()[0]);
    }
    assertThrows(IllegalArgumentException.class, () -> lazily(Runnable.class));
  }

  private static <A> void lazily(Class<A> type) {
    Areas.builder()
        .lazily(
            type,
            () -> {
              throw new AssertionError("nobody asked");
            });
  }

  @Test
  void oneAreaIsReplacedAndTheOthersStay() {
    Areas before = Areas.builder().passwords(new Passwords() {}).users(users).build();
    Areas after = before.toBuilder().passwords(passwords).build();
    assertSame(passwords, after.passwords());
    assertSame(users, after.users());
    assertEquals("Areas[Passwords, Users]", after.toString());
  }

  @Test
  void theClientHasTheSameAreas() {
    Map<String, Class<?>> client = areas(Arrays.stream(AuthClient.class.getMethods()));
    assertEquals(client, areas(Arrays.stream(Areas.class.getMethods())));
    assertEquals(
        client,
        setters()
            .collect(
                Collectors.toMap(
                    Method::getName,
                    setter -> setter.getParameterTypes()[0],
                    (one, other) -> one,
                    TreeMap::new)));
  }

  private static Map<String, Class<?>> areas(Stream<Method> methods) {
    return methods
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType().isInterface())
        .filter(method -> method.getReturnType().getPackageName().equals("dev.keyway"))
        .collect(
            Collectors.toMap(
                Method::getName, Method::getReturnType, (one, other) -> one, TreeMap::new));
  }
}
