package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptionsTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final URI URL = URI.create("https://app.example.com/back");

  @TestFactory
  Stream<DynamicTest> everySetterRefusesNullByItsName() {
    return Arrays.stream(Options.class.getPermittedSubclasses())
        .flatMap(
            type ->
                setters(type)
                    .map(
                        setter ->
                            dynamicTest(
                                type.getSimpleName() + "." + setter.getName(),
                                () -> {
                                  Object builder = type.getMethod("builder").invoke(null);
                                  Object[] arguments = new Object[setter.getParameterCount()];
                                  refuses(
                                      setter.getParameters()[0].getName(),
                                      () -> call(setter, builder, arguments));
                                })));
  }

  @TestFactory
  Stream<DynamicTest> theDefaultsAreWhatAFreshBuilderBuilds() {
    return Arrays.stream(Options.class.getPermittedSubclasses())
        .map(
            type ->
                dynamicTest(
                    type.getSimpleName(),
                    () -> {
                      Object defaults = type.getMethod("defaults").invoke(null);
                      assertSame(defaults, type.getMethod("defaults").invoke(null));
                      for (Method accessor : type.getMethods()) {
                        Object value =
                            accessor.getReturnType() == Optional.class
                                ? accessor.invoke(defaults)
                                : Optional.empty();
                        assertEquals(Optional.empty(), value, accessor.getName());
                      }
                    }));
  }

  private static Stream<Method> setters(Class<?> options) {
    return Arrays.stream(options.getDeclaredClasses())
        .flatMap(builder -> Arrays.stream(builder.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> method.getParameterCount() > 0 && !method.isBridge())
        .filter(method -> !method.getParameterTypes()[0].isPrimitive())
        .sorted(Comparator.comparing(Method::toGenericString));
  }

  private static void call(Method setter, Object builder, Object... arguments) throws Throwable {
    try {
      setter.invoke(builder, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Test
  void aTimeoutIsPositiveAndAtMostAnHour() {
    assertEquals(Optional.of(HOUR), CallOptions.builder().timeout(HOUR).build().timeout());
    refuses("timeout", () -> CallOptions.builder().timeout(Duration.ZERO));
    refuses("timeout", () -> CallOptions.builder().timeout(Duration.ofNanos(-1)));
    refuses("timeout", () -> CallOptions.builder().timeout(HOUR.plusNanos(1)));
    refuses("timeout", () -> CallOptions.builder().timeout(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void aSessionLastsWholeMinutes() {
    assertEquals(
        Optional.of(HOUR), SignInOptions.builder().sessionDuration(HOUR).build().sessionDuration());
    Duration crooked = Duration.ofSeconds(90);
    refuses("sessionDuration", () -> SignInOptions.builder().sessionDuration(crooked));
    refuses("sessionDuration", () -> SignUpOptions.builder().sessionDuration(Duration.ZERO));
    refuses("sessionDuration", () -> CallbackOptions.builder().sessionDuration(crooked));
    refuses("expiresIn", () -> DeliveryOptions.builder().expiresIn(Duration.ofMillis(60_001)));
  }

  @Test
  void claimsOfASessionAreFewAndNotReserved() {
    Map<String, Object> claims = new HashMap<>(Map.of("plan", "pro", "seats", 3));
    claims.put("old", null);
    SignInOptions options = SignInOptions.builder().sessionClaims(claims).build();
    claims.clear();
    assertEquals(Set.of("plan", "seats", "old"), options.sessionClaims().keySet());
    for (String reserved : List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", " ")) {
      Map<String, String> bad = Map.of(reserved, "x");
      refuses("sessionClaims", () -> SignInOptions.builder().sessionClaims(bad));
      refuses("sessionClaims", () -> SignUpOptions.builder().sessionClaims(bad));
      refuses("sessionClaims", () -> CallbackOptions.builder().sessionClaims(bad));
      refuses("sessionClaims", () -> ExtendOptions.builder().sessionClaims(bad));
    }
    refuses(
        "sessionClaims", () -> SignInOptions.builder().sessionClaims(Map.of("a", new Object())));
  }

  /** The limit counts bytes as JSON has them: quotes, colon and braces are eight of them. */
  @Test
  void claimsOfASessionHaveAtMostFourKilobytesOfJson() {
    List<String> letters =
        List.of(
            "a",
            " ",
            "\"",
            "\\",
            "\b",
            "\n",
            "\u0001",
            "\u001f",
            "\u007f",
            "\u0080",
            "\u00e4",
            "\u07ff",
            "\u0800",
            "\u20ac",
            "\uffff",
            "\ud800\udc00",
            "\ud83d\ude00");
    for (String letter : letters) {
      int bytes =
          switch (letter) {
            case "\"", "\\", "\b", "\n" -> 2;
            case "\u0001", "\u001f" -> 6;
            default -> letter.getBytes(StandardCharsets.UTF_8).length;
          };
      String most = letter.repeat((4096 - 8) / bytes);
      SignInOptions.builder().sessionClaims(Map.of("k", most));
      String more = most + letter;
      refuses("sessionClaims", () -> SignInOptions.builder().sessionClaims(Map.of("k", more)));
    }
    // A second claim costs its comma.
    SignInOptions.builder().sessionClaims(Map.of("k", "a".repeat(4096 - 14), "l", 1));
    refuses(
        "sessionClaims",
        () -> SignInOptions.builder().sessionClaims(Map.of("k", "a".repeat(4096 - 13), "l", 1)));
    List<Integer> numbers = Collections.nCopies(2044, 1);
    SignInOptions.builder().sessionClaims(Map.of("k", numbers));
    refuses(
        "sessionClaims",
        () -> SignInOptions.builder().sessionClaims(Map.of("k", Collections.nCopies(2045, 1))));
  }

  @Test
  void whatShallBeTheSameIsKnown() {
    ClientContext address = new ClientContext(Optional.of("192.0.2.1"), Optional.empty());
    SignInOptions.builder().sameIpAddress(true).clientContext(address).build();
    refuses("clientContext", () -> SignInOptions.builder().sameIpAddress(true).build());
    refuses(
        "clientContext",
        () -> CallbackOptions.builder().sameUserAgent(true).clientContext(address).build());
  }

  @Test
  void callbacksAreAbsolute() {
    for (URI bad : new URI[] {URI.create("/x"), URI.create("https:x"), URI.create("https:///x")}) {
      refuses("callback", () -> DeliveryOptions.builder().callback(bad));
      refuses("signUpCallback", () -> DeliveryOptions.builder().signUpCallback(bad));
      refuses("verificationCallback", () -> SignUpOptions.builder().verificationCallback(bad));
    }
    assertEquals(Optional.of(URL), DeliveryOptions.builder().callback(URL).build().callback());
  }

  @Test
  void aDeliverySaysWhatWasSet() {
    DeliveryOptions options =
        DeliveryOptions.builder()
            .callback(URL)
            .signUpCallback(URL)
            .existingUsersOnly(true)
            .expiresIn(HOUR)
            .attachTo(Samples.TOKENS)
            .boundToBrowser(true)
            .locale(Locale.GERMAN)
            .timeout(HOUR)
            .clientContext(ClientContext.of("192.0.2.1", "Browser/1"))
            .build();
    assertEquals(Optional.of(URL), options.signUpCallback());
    assertTrue(options.existingUsersOnly() && options.boundToBrowser());
    assertEquals(Optional.of(HOUR), options.expiresIn());
    assertEquals(Optional.of(Samples.TOKENS), options.attachTo());
    assertEquals(Optional.of(Locale.GERMAN), options.locale());
    assertEquals(Optional.of("192.0.2.1"), options.clientContext().orElseThrow().ipAddress());
    refuses("locale", () -> DeliveryOptions.builder().locale(Locale.ROOT));
  }

  @Test
  void aSignUpTakesANameOfBoundedLength() {
    SignUpOptions.builder().displayName("x".repeat(256));
    refuses("displayName", () -> SignUpOptions.builder().displayName("x".repeat(257)));
    refuses("displayName", () -> SignUpOptions.builder().displayName(" "));
  }

  @Test
  void oauthScopesAreWordsAndParametersNamed() {
    OAuthOptions options =
        OAuthOptions.builder()
            .scopes(Set.of("email", "https://www.googleapis.com/auth/drive"))
            .parameter("prompt", "consent")
            .parameter("empty", "")
            .loginHint("alice@example.com")
            .build();
    assertEquals(2, options.scopes().size());
    assertEquals(Map.of("prompt", "consent", "empty", ""), options.parameters());
    assertThrows(UnsupportedOperationException.class, () -> options.parameters().clear());
    refuses("scopes element", () -> OAuthOptions.builder().scopes(Set.of("email profile")));
    refuses("scopes element", () -> OAuthOptions.builder().scopes(Set.of("")));
    refuses("name", () -> OAuthOptions.builder().parameter("a b", "x"));
    refuses("value", () -> OAuthOptions.builder().parameter("a", absent()));
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
    OAuthOptions.Builder builder = OAuthOptions.builder().parameter("a", "1");
    OAuthOptions built = builder.build();
    builder.parameter("b", "2");
    assertEquals(Map.of("a", "1"), built.parameters());
  }

  @Test
  void aCheckIsStrictUnlessTold() {
    VerifyOptions strict = VerifyOptions.defaults();
    assertFalse(strict.allowAnonymous() || strict.allowRestricted());
    VerifyOptions lax =
        VerifyOptions.builder().allowAnonymous(true).allowRestricted(true).maxAge(HOUR).build();
    assertTrue(lax.allowAnonymous() && lax.allowRestricted());
    assertEquals(Optional.of(HOUR), lax.maxAge());
    refuses("maxAge", () -> VerifyOptions.builder().maxAge(Duration.ZERO));
  }

  @Test
  void aClientContextIsBounded() {
    refuses("ipAddress", () -> ClientContext.of("192.0.2.1, 10.0.0.1", "x"));
    refuses("userAgent", () -> ClientContext.of("::1", "x".repeat(1025)));
    refuses("userAgent", () -> ClientContext.of("::1", " "));
    refuses("ipAddress", () -> new ClientContext(absent(), Optional.empty()));
  }
}
