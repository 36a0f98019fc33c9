package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.device.VirtualWallet;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.PolicyResource;
import dev.keyway.emulator.stytch.Role;
import dev.keyway.providers.stytch.consumer.ConnectedApp;
import dev.keyway.providers.stytch.consumer.ConnectedAppCredential;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.ConnectedApps;
import dev.keyway.providers.stytch.consumer.EthereumMessage;
import dev.keyway.providers.stytch.consumer.RbacVerdict;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.consumer.Wallet;
import dev.keyway.providers.stytch.consumer.WalletChallenge;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class StytchViewTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Secret PASSWORD = Secret.of("quiet-Harbour-74-lanterns");
  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final SignInOptions SIGN_IN = SignInOptions.defaults();

  private AuthClient client;
  private StytchConsumer stytch;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STYTCH, world).build();
    stytch = client.unwrap(StytchConsumer.class);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void walletsSignInOnceEach() {
    VirtualWallet ether = VirtualWallet.ethereum();
    VirtualWallet solana = VirtualWallet.solana();
    Map<Wallet, VirtualWallet> wallets =
        Map.of(Wallet.ethereum(ether.address()), ether, Wallet.solana(solana.address()), solana);
    wallets.forEach(
        (wallet, device) -> {
          WalletChallenge challenge = stytch.wallets().start(wallet, DEFAULTS);
          assertTrue(challenge.userCreated());
          assertFalse(challenge.toString().contains(challenge.text()));
          String signature = device.sign(challenge.text());
          SignInOptions options =
              SignInOptions.builder()
                  .sessionDuration(Duration.ofMinutes(42))
                  .sessionClaims(Map.of("plan", "pro"))
                  .build();
          SignInResult.SignedIn in =
              stytch.wallets().authenticate(wallet, signature, options).orElseThrow();
          assertEquals(challenge.user(), in.user().id());
          assertEquals("pro", in.session().claims().get("plan"));
          assertEquals(
              ErrorCode.SIGNATURE_REFUSED,
              code(() -> stytch.wallets().authenticate(wallet, signature, SIGN_IN)));
        });
  }

  @Test
  void aWalletSignsWhatEthereumShowsAndNothingElse() {
    VirtualWallet device = VirtualWallet.ethereum();
    Wallet wallet = Wallet.ethereum(device.address());
    EthereumMessage message =
        EthereumMessage.of("app.example.com", URI.create("https://app.example.com/"))
            .statement("Sign in to the desk");
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(
            () ->
                stytch
                    .wallets()
                    .startWithEthereum(
                        Wallet.solana(VirtualWallet.solana().address()), message, DEFAULTS)));
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(() -> stytch.wallets().start(Wallet.ethereum("0x12"), DEFAULTS)));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> stytch.wallets().authenticate(wallet, device.sign("hello"), SIGN_IN)));
    WalletChallenge challenge = stytch.wallets().startWithEthereum(wallet, message, DEFAULTS);
    assertTrue(challenge.text().contains("Sign in to the desk"), challenge.text());
    for (String wrong :
        List.of(device.sign("another message"), VirtualWallet.ethereum().sign(challenge.text()))) {
      assertEquals(
          ErrorCode.SIGNATURE_REFUSED,
          code(() -> stytch.wallets().authenticate(wallet, wrong, SIGN_IN)));
    }
    stytch.wallets().authenticate(wallet, device.sign(challenge.text()), SIGN_IN).orElseThrow();
  }

  /** A view is no way around the second factor. */
  @Test
  void aSessionFromElsewhereAsksForTheSecondFactor(World world) {
    SessionTokens tokens = client.passwords().signUp(ADA, PASSWORD).orElseThrow().tokens();
    world.stytch().configure(settings -> settings.externalSessions(Map.of("old", ADA.value())));
    stytch.foreignSessions().migrate(Secret.of("old"), SIGN_IN).orElseThrow();
    TotpEnrolment enrolment = client.totp().startEnrolment(tokens);
    VirtualTotpDevice app = VirtualTotpDevice.fromUri(enrolment.uri().reveal(), world.clock());
    client.totp().finishEnrolment(tokens, enrolment.handle(), OneTimeCode.of(app.code()));
    world.clock().advance(Duration.ofMinutes(2));
    SignInResult.SecondFactorRequired demand =
        assertInstanceOf(
            SignInResult.SecondFactorRequired.class,
            stytch.foreignSessions().migrate(Secret.of("old"), SIGN_IN));
    client.secondFactor().completeWithTotp(demand.handle(), OneTimeCode.of(app.code()));
  }

  @Test
  void aSessionFromElsewhereIsOfAUserWhomTheOtherSystemNames(World world) {
    assertEquals(
        ErrorCode.METHOD_DISABLED,
        code(() -> stytch.foreignSessions().migrate(Secret.of("old"), SIGN_IN)));
    world
        .stytch()
        .configure(settings -> settings.externalSessions(Map.of("old", "nobody@example.com")));
    assertEquals(
        ErrorCode.USER_NOT_FOUND,
        code(() -> stytch.foreignSessions().migrate(Secret.of("old"), SIGN_IN)));
    assertEquals(
        ErrorCode.TOKEN_INVALID,
        code(() -> stytch.foreignSessions().migrate(Secret.of("other"), SIGN_IN)));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> stytch.foreignSessions().attest("none", Secret.of("e30.e30.e30"), SIGN_IN)));
    assertEquals(
        ErrorCode.TOKEN_INVALID,
        code(() -> stytch.foreignSessions().exchange(Secret.of("e30.e30.e30"), SIGN_IN)));
  }

  @Test
  void anImpersonatorActsOnceAndItShows(World world) {
    UserId ada = client.passwords().signUp(ADA, PASSWORD).orElseThrow().user().id();
    Secret token = Secret.of(world.stytch().impersonationToken(ada.value(), "support@example.com"));
    SignInResult.SignedIn in = stytch.impersonation().authenticate(token, DEFAULTS);
    assertTrue(in.session().impersonation());
    assertEquals(ada, in.user().id());
    assertEquals(
        ErrorCode.TOKEN_INVALID, code(() -> stytch.impersonation().authenticate(token, DEFAULTS)));
    assertEquals(
        ErrorCode.PERMISSION_DENIED,
        code(() -> client.sessions().extend(in.tokens().renewal(), Duration.ofHours(1))));
    world.stytch().configure(settings -> settings.userImpersonation(false));
    assertEquals(
        ErrorCode.METHOD_DISABLED,
        code(() -> stytch.impersonation().authenticate(token, DEFAULTS)));
  }

  @Test
  void whatASessionMayIsAnAnswer(World world) {
    world
        .stytch()
        .configure(
            settings ->
                settings
                    .roles(new Role("stytch_user", "All", Map.of("documents", List.of("read"))))
                    .resources(
                        new PolicyResource("documents", "Stored", List.of("read", "delete"))));
    SessionTokens tokens = client.passwords().signUp(ADA, PASSWORD).orElseThrow().tokens();
    RbacVerdict verdict = stytch.rbac().check(tokens.renewal(), "documents", "delete", DEFAULTS);
    assertFalse(verdict.authorized());
    assertTrue(verdict.grantingRoles().isEmpty());
    assertEquals(
        new RbacVerdict(true, Set.of("stytch_user")),
        stytch.rbac().check(tokens.renewal(), "documents", "read", DEFAULTS));
    client.sessions().signOut(tokens);
    assertEquals(
        ErrorCode.SESSION_NOT_FOUND,
        code(() -> stytch.rbac().check(tokens.renewal(), "documents", "delete", DEFAULTS)));
    assertTrue(
        stytch.rbac().policy(DEFAULTS).roles().stream()
            .anyMatch(role -> role.id().equals("stytch_user")));
  }

  @Test
  void anAppIsMadeChangedRotatedAndDeleted() {
    ConnectedApps apps = stytch.connectedApps();
    ConnectedAppFields fields =
        ConnectedAppFields.builder()
            .name("Desk")
            .redirectUrls(URI.create("https://desk.example.com/back"))
            .accessTokenLife(Duration.ofMinutes(30))
            .build();
    ConnectedAppCredential made = apps.create(ConnectedAppType.THIRD_PARTY, fields, DEFAULTS);
    ConnectedAppId id = made.app().id();
    assertTrue(made.secret().isPresent());
    assertFalse(made.toString().contains(made.secret().get().reveal()));
    assertEquals(Duration.ofMinutes(30), made.app().accessTokenLife());
    assertEquals(Optional.of(made.app()), apps.find(id, DEFAULTS));
    ConnectedApp renamed =
        apps.update(id, ConnectedAppFields.builder().name("Bench").build(), DEFAULTS);
    assertEquals("Bench", renamed.name());
    assertEquals(List.of("https://desk.example.com/back"), renamed.redirectUrls());
    assertEquals(ErrorCode.MACHINE_ROTATION_REFUSED, code(() -> apps.finishRotation(id, DEFAULTS)));
    Secret next = apps.startRotation(id, DEFAULTS);
    assertEquals(
        Optional.of(next.reveal().substring(next.reveal().length() - 4)),
        apps.finishRotation(id, DEFAULTS).secretEnding());
    assertEquals(
        List.of(id), apps.list(10, DEFAULTS).items().stream().map(ConnectedApp::id).toList());
    apps.delete(id, DEFAULTS);
    assertEquals(Optional.empty(), apps.find(id, DEFAULTS));
    assertEquals(ErrorCode.RESOURCE_NOT_FOUND, code(() -> apps.delete(id, DEFAULTS)));
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(
            () ->
                apps.create(
                    ConnectedAppType.THIRD_PARTY,
                    ConnectedAppFields.builder().fullAccessAllowed(true).build(),
                    DEFAULTS)));
  }
}
