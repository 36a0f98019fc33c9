package dev.keyway;

import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bad argument gets past the client, whichever method it is given to. */
class ArgumentChecksTest {

  private static final String BAIT = "bait-that-no-message-may-quote";

  @TestFactory
  Stream<DynamicTest> everyBadArgumentIsRefusedBeforeTheProviderIsCalled() {
    return Operation.all()
        .flatMap(
            operation -> {
              List<DynamicTest> tests = new ArrayList<>();
              for (int i = 0; i < operation.parameters().size(); i++) {
                for (@Nullable Object bad : badValues(operation.parameters().get(i).getType())) {
                  int index = i;
                  tests.add(
                      dynamicTest(
                          operation + ", bad " + operation.parameters().get(i).getName(),
                          () -> refused(operation, index, bad)));
                }
              }
              return tests.stream();
            });
  }

  @Test
  void aUriThatAHandleCarriesHasALimit() {
    String start = "https://app.example.com/";
    URI longest = URI.create(start + "a".repeat(2000 - start.length()));
    assertEquals(longest, Arguments.sealable(longest, "callback"));
    // As it is sent: two bytes in UTF-8, six characters.
    for (URI tooLong :
        List.of(URI.create(longest + "a"), URI.create(start + "\u00e9".repeat(400)))) {
      AuthException refusal = refuses("callback", () -> Arguments.sealable(tooLong, "callback"));
      assertEquals(
          "INVALID_ARGUMENT: callback must be at most 2000 characters, as it is sent",
          message(refusal));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.example.app:/callback",
        "com.example.app:callback",
        "com.example.app://host/callback",
        "https://my_app/cb",
        "https://b\u00fccher.example/cb",
        "https://xn--bcher-kva.example/cb",
        "HTTPS://APP.EXAMPLE.COM",
        "http://[::1]:3000/cb",
        "http://127.1/cb",
      })
  void whatABrowserTakesAsAUrlIsACallback(URI url) {
    assertEquals(url, Arguments.absolute(url, "callback"));
    assertEquals(
        url,
        AuthConfig.of(Map.of("keyway.provider", "x", "keyway.callback-url", url.toString()))
            .callbackUrl()
            .orElseThrow());
  }

  private static void refused(Operation operation, int index, @Nullable Object bad) {
    FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
    try (AuthClient client = provider.client().build()) {
      @Nullable Object[] arguments = operation.samples();
      arguments[index] = bad;
      AuthException failure =
          refuses(
              operation.parameters().get(index).getName(), () -> operation.call(client, arguments));
      assertFalse(message(failure).contains(BAIT), message(failure));
      assertEquals(List.of(), provider.calls, "calls that reached the provider");
      assertEquals(Retry.NEVER, failure.retry());
    }
  }

  private static List<@Nullable Object> badValues(Class<?> type) {
    List<@Nullable Object> bad = new ArrayList<>();
    bad.add(null);
    if (type == String.class) {
      bad.addAll(List.of("", " \t\n", BAIT.repeat(5000)));
    } else if (type == URI.class) {
      bad.addAll(
          List.of(
              URI.create("/back?code=" + BAIT),
              URI.create("https:back?code=" + BAIT),
              URI.create("localhost:3000/back?code=" + BAIT),
              URI.create("https:///back?code=" + BAIT)));
    } else if (type == Duration.class) {
      bad.addAll(List.of(Duration.ZERO, Duration.ofMinutes(-1)));
    } else if (type == SecondFactorKind.class) {
      bad.addAll(List.of(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE));
    } else if (type == Set.class) {
      bad.addAll(List.of(Set.of("two words"), Set.of("")));
    } else if (type == Map.class) {
      bad.addAll(
          List.of(
              Collections.singletonMap("svix-id", null),
              Map.of("svix-id", Collections.singletonList(null))));
    }
    return bad;
  }

  @Test
  void aHashIsImportedForUsersWithAnAddressOnly() {
    FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));
    try (AuthClient client = provider.client().build()) {
      NewUser phoneOnly = NewUser.builder().phoneNumber(Samples.PHONE).build();
      refuses(
          "newUser", () -> client.passwords().importHash(phoneOnly, PasswordHash.bcrypt("$2a$")));
      assertEquals(List.of(), provider.calls);
    }
  }
}
