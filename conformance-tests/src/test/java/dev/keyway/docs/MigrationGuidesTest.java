package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guides on moving to Keyway say about its calls is so. */
@ExtendWith(EmulatorExtension.class)
class MigrationGuidesTest {

  private static final String STACK_AUTH = "docs/guides/migrating-from-stack-auth-rest-calls.md";
  private static final String STYTCH = "docs/guides/migrating-from-the-stytch-sdk.md";
  private static final URI CALLBACK = URI.create("http://localhost:3000/authenticate");
  private static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");
  private static final Pattern PATH = Pattern.compile("/[a-z_/.-]+(?:\\{[a-z]+})?");
  private static final Pattern REQUEST = Pattern.compile("\"[A-Z]+ /api/v1([^\"?]*)");

  private final World world;

  MigrationGuidesTest(World world) {
    this.world = world;
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aLinkIsBoundToNoBrowserUnlessAsked(Vendor vendor) {
    assertFalse(DeliveryOptions.defaults().boundToBrowser());
    try (AuthClient auth = client(vendor)) {
      auth.magicLinks().send(EMAIL, CALLBACK);
      URI link = mailed(MessageKind.MAGIC_LINK);
      assertInstanceOf(SignInResult.SignedIn.class, auth.magicLinks().authenticate(link));
    }
    for (Document guide : guides()) {
      assertFalse(guide.text().contains("boundToBrowser(false)"), "false is the default");
    }
  }

  @Test
  void onStytchALinkIsBoundOnRequest() {
    DeliveryOptions bound = DeliveryOptions.builder().boundToBrowser(true).build();
    try (AuthClient auth = client(Vendor.STYTCH)) {
      Challenge challenge = auth.magicLinks().send(EMAIL, CALLBACK, bound);
      URI link = mailed(MessageKind.MAGIC_LINK);
      assertThrows(AuthException.class, () -> auth.magicLinks().authenticate(link));
      CallbackOptions options = CallbackOptions.builder().handle(challenge.handle()).build();
      assertInstanceOf(SignInResult.SignedIn.class, auth.magicLinks().authenticate(link, options));
    }
  }

  @Test
  void onStackAuthALinkIsNeverBound() {
    DeliveryOptions bound = DeliveryOptions.builder().boundToBrowser(true).build();
    try (AuthClient auth = client(Vendor.STACK_AUTH)) {
      AuthException failure =
          assertThrows(AuthException.class, () -> auth.magicLinks().send(EMAIL, CALLBACK, bound));
      assertEquals(ErrorCode.UNSUPPORTED, failure.code());
    }
  }

  /** An option that a vendor does not have is not recommended to those who stay with it. */
  @Test
  void noGuideNamesAnOptionThatItsVendorLacks() {
    assertEquals(Set.of(), missingOptions(STACK_AUTH, Vendor.STACK_AUTH));
    assertEquals(Set.of(), missingOptions(STYTCH, Vendor.STYTCH));
  }

  @Test
  void everyRequestThatIsReplacedIsOneThatKeywaySends() throws IOException {
    Set<String> sent = requestsOf("stackauth");
    sent.add("/auth/oauth/authorize/{}");
    List<String> replaced =
        Document.read(STACK_AUTH)
            .text()
            .lines()
            .filter(line -> line.matches("\\| `(?:GET|POST|PATCH|DELETE).*"))
            .flatMap(line -> paths(line.split("\\|", -1)[1]))
            .toList();
    assertTrue(replaced.size() > 15, () -> "the requests were found: " + replaced);
    assertEquals(
        List.of(),
        replaced.stream()
            .filter(path -> sent.stream().noneMatch(known -> covers(path, known)))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aRevokedSessionIsFoundByAuthenticate(Vendor vendor) {
    try (AuthClient auth = client(vendor)) {
      SignInResult.SignedIn in = auth.passwords().signUp(EMAIL, PASSWORD).orElseThrow();
      SessionTokens tokens = in.tokens();
      auth.sessions().revokeAll(in.user().id());
      assertThrows(AuthException.class, () -> auth.sessions().authenticate(tokens));
      assertTrue(auth.users().find(in.user().id()).isPresent());
      auth.users().delete(in.user().id());
      assertTrue(auth.users().find(in.user().id()).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aResetEndsAllSessionsAndStartsNone(Vendor vendor) {
    try (AuthClient auth = client(vendor)) {
      SignInResult.SignedIn in = auth.passwords().signUp(EMAIL, PASSWORD).orElseThrow();
      auth.passwords().startReset(EMAIL, CALLBACK);
      URI link = mailed(MessageKind.PASSWORD_RESET);
      auth.passwords().finishReset(link, Secret.of("another horse, another staple"));
      assertEquals(List.of(), auth.sessions().list(in.user().id()));
    }
  }

  @Test
  void codesAreSentByTheSdksOwnRoutes() {
    try (AuthClient auth = client(Vendor.STYTCH)) {
      auth.otps().sendEmail(EMAIL);
      auth.otps().sendEmail(EMAIL, DeliveryOptions.builder().existingUsersOnly(true).build());
    }
    assertEquals(
        List.of("stytch.otp.email-login-or-create", "stytch.otp.email-send"),
        world.ledger().entries().stream().map(LedgerEntry::operation).toList());
  }

  private Set<String> missingOptions(String guide, Vendor vendor) {
    String text = Document.read(guide).text();
    try (AuthClient auth = client(vendor)) {
      return Arrays.stream(Capability.values())
          .filter(capability -> !auth.supports(capability))
          .map(Capability::name)
          .filter(name -> name.startsWith("DELIVERY_"))
          .map(name -> camel(name.substring("DELIVERY_".length())))
          .filter(option -> text.contains(option + "("))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty() ? word.substring(0, 1) : word.substring(0, 1).toUpperCase(Locale.ROOT));
      camel.append(word.substring(1));
    }
    return camel.toString();
  }

  private static List<Document> guides() {
    return List.of(Document.read(STACK_AUTH), Document.read(STYTCH));
  }

  private static Stream<String> paths(String cell) {
    return PATH.matcher(cell).results().map(path -> open(path.group()));
  }

  /** A path that ends in a slash stands for all below it; one of a single name follows another. */
  private static boolean covers(String path, String known) {
    String plain = path.replaceAll("\\.+$", "");
    if (plain.endsWith("/")) {
      return known.startsWith(plain);
    }
    boolean single = plain.lastIndexOf('/') == 0;
    return known.equals(plain) || (single && known.endsWith(plain));
  }

  private static Set<String> requestsOf(String vendor) throws IOException {
    Path wire =
        Document.ROOT.resolve("providers/src/main/java/dev/keyway/providers/" + vendor + "/wire");
    try (Stream<Path> files = Files.walk(wire)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Document::read)
          .flatMap(file -> REQUEST.matcher(file.text()).results())
          .map(request -> open(request.group(1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String open(String path) {
    return path.replaceAll("\\{[a-z_]+}", "{}");
  }

  private URI mailed(MessageKind kind) {
    return Objects.requireNonNull(world.outbox().await(EMAIL.value(), kind).link());
  }

  private AuthClient client(Vendor vendor) {
    return AuthClient.builder(AuthConfig.of(vendor.patientSettings(world)))
        .clock(world.clock())
        .build();
  }
}
