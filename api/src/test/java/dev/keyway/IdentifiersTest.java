package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  private static final Map<String, Function<String, Object>> MAKERS =
      Map.of(
          "userId", UserId::of,
          "sessionId", SessionId::of,
          "passkeyId", PasskeyId::of,
          "cursor", PageCursor::of);

  static Stream<Arguments> kinds() {
    return new TreeMap<>(MAKERS)
        .entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneWordIsAnIdentifier(String name, Function<String, Object> maker) {
    for (String good :
        List.of("x", "user-test-16d9", "a/b+c==", "ünïcode", "...", "a".repeat(256))) {
      assertEquals(maker.apply(good), maker.apply(good));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anythingElseIsNot(String name, Function<String, Object> maker) {
    refuses(name, () -> maker.apply(absent()));
    for (String bad :
        List.of(
            "",
            " ",
            "a b",
            " a",
            "a\n",
            "a\r\nX: y",
            "a\u0000",
            "a\u007F",
            "a\u0085",
            "a\u00A0b",
            "a\u2028b",
            ".",
            "..",
            "a".repeat(2049))) {
      refuses(name, () -> maker.apply(bad));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "GitHub", "my-idp", "idp_2", "0auth"})
  void anyNameIsAnOAuthProvider(String name) {
    assertEquals(name.toLowerCase(Locale.ROOT), OAuthProviderId.of(name).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "go ogle", "-x", "_x", "a/b", "../a", "göögle", "a?b", "a%2fb"})
  void whatIsNoNameIsNoOAuthProvider(String name) {
    refuses("oauthProvider", () -> OAuthProviderId.of(name));
  }

  @Test
  void anOAuthProviderNameIsBounded() {
    OAuthProviderId.of("a".repeat(64));
    refuses("oauthProvider", () -> OAuthProviderId.of("a".repeat(65)));
    refuses("oauthProvider", () -> OAuthProviderId.of(absent()));
  }
}
