package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualWallet;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.CliLogin;
import dev.keyway.providers.stackauth.server.CliPoll;
import dev.keyway.providers.stackauth.server.ContactChannel;
import dev.keyway.providers.stackauth.server.PermissionDefinition;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.PermissionScope;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.consumer.Wallet;
import dev.keyway.providers.stytch.consumer.WalletChallenge;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guides on what one provider alone has, and on claims of sessions. */
@ExtendWith(EmulatorExtension.class)
class ViewGuidesTest {

  private static final EmailAddress ALICE = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  @TempDir Path folder;

  @Test
  @Runs({"WalletSignIn", "SessionMove", "DocumentDoor", "PlanClaims"})
  void stytchsExamplesRun(World world) throws Exception {
    try (AuthClient auth = open(Vendor.STYTCH.patientSettings(world), world)) {
      GuideExamples examples = GuideExamples.compile(folder);
      VirtualWallet wallet = VirtualWallet.ethereum();
      Object wallets = examples.create("WalletSignIn", auth);
      String message = (String) GuideExamples.callOn(wallets, "message", wallet.address());
      SignInResult in =
          (SignInResult)
              GuideExamples.callOn(wallets, "finish", wallet.address(), wallet.sign(message));
      in.orElseThrow();

      SessionTokens tokens = auth.passwords().signUp(ALICE, PASSWORD).orElseThrow().tokens();
      world.stytch().configure(s -> s.externalSessions(Map.of("old", ALICE.value())));
      Object move = examples.create("SessionMove", auth);
      ((SignInResult) GuideExamples.callOn(move, "move", Secret.of("old"))).orElseThrow();
      assertEquals(
          false, GuideExamples.callOn(examples.create("DocumentDoor", auth), "mayDelete", tokens));

      Object claims = examples.create("PlanClaims", auth);
      SessionTokens pro =
          ((SignInResult) GuideExamples.callOn(claims, "signIn", ALICE, PASSWORD, "pro"))
              .orElseThrow()
              .tokens();
      assertEquals("pro", plan(claims, pro.access()));
      SessionTokens free = (SessionTokens) GuideExamples.callOn(claims, "change", pro, "free");
      assertEquals("free", plan(claims, free.access()));
    }
  }

  @Test
  @Runs({"ConsentPage", "LostWallet"})
  void stytchsExamplesOnWhatUsersHaveRun(World world) throws Exception {
    try (AuthClient auth = open(Vendor.STYTCH.patientSettings(world), world)) {
      GuideExamples examples = GuideExamples.compile(folder);
      StytchConsumer stytch = auth.unwrap(StytchConsumer.class);
      SessionTokens session = auth.passwords().signUp(ALICE, PASSWORD).orElseThrow().tokens();
      URI back = URI.create("https://calendar.example/back");
      String app =
          stytch
              .connectedApps()
              .create(
                  ConnectedAppType.THIRD_PARTY,
                  ConnectedAppFields.builder().name("Calendar").redirectUrls(back).build(),
                  CallOptions.defaults())
              .app()
              .id()
              .value();
      Object page = examples.create("ConsentPage", auth);
      Object request =
          GuideExamples.callOn(
              page,
              "request",
              Map.of(
                  "client_id",
                  app,
                  "redirect_uri",
                  back.toString(),
                  "scope",
                  "openid email",
                  "state",
                  "s"));
      Optional<?> question = (Optional<?>) GuideExamples.callOn(page, "question", request, session);
      assertTrue(question.isPresent());
      URI answer = (URI) GuideExamples.callOn(page, "answer", request, session, true);
      assertTrue(answer.toString().startsWith(back + "?code="), "no code for the app");
      assertEquals(Optional.empty(), GuideExamples.callOn(page, "question", request, session));

      VirtualWallet device = VirtualWallet.ethereum();
      Wallet wallet = Wallet.ethereum(device.address());
      WalletChallenge challenge = stytch.wallets().start(wallet, CallOptions.defaults());
      GuideExamples.callOn(examples.create("LostWallet", auth), "forget", challenge.user());
      assertEquals(List.of(), stytch.factors().list(challenge.user(), CallOptions.defaults()));
    }
  }

  private static Object plan(Object claims, AccessToken token) throws Exception {
    return Objects.requireNonNull(GuideExamples.callOn(claims, "plan", token));
  }

  @Test
  @Runs({"SecondAddress", "Library", "ProgramSignIn", "ProjectDesk"})
  void stackAuthsExamplesRun(World world) throws Exception {
    Map<String, String> settings = new HashMap<>(Vendor.STACK_AUTH.patientSettings(world));
    settings.put(
        "keyway.stack-auth.super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    try (AuthClient auth = open(settings, world)) {
      GuideExamples examples = GuideExamples.compile(folder);
      SignInResult.SignedIn alice = auth.passwords().signUp(ALICE, PASSWORD).orElseThrow();
      UserId user = alice.user().id();
      addressIsAdded(world, examples.create("SecondAddress", auth), user);

      auth.unwrap(StackAuthServer.class)
          .permissionDefinitions()
          .create(
              PermissionScope.PROJECT,
              PermissionDefinition.of(PermissionId.of("read_books")),
              CallOptions.defaults());
      Object library = examples.create("Library", auth);
      assertEquals(false, GuideExamples.callOn(library, "mayRead", user));
      GuideExamples.callOn(library, "letRead", user);
      assertEquals(true, GuideExamples.callOn(library, "mayRead", user));

      Object desk = examples.create("ProjectDesk", auth);
      assertEquals(true, GuideExamples.callOn(desk, "offersPasswords"));
      GuideExamples.callOn(desk, "closeSignUp");
      GuideExamples.callOn(desk, "refuseLocalhost");
      assertFalse(world.stackAuth().settings().signUpEnabled());
      assertFalse(world.stackAuth().settings().allowLocalhost());

      Object program = examples.create("ProgramSignIn", auth);
      CliLogin login = (CliLogin) GuideExamples.callOn(program, "start");
      GuideExamples.callOn(program, "agree", login.loginCode(), alice.tokens());
      CliPoll poll = (CliPoll) GuideExamples.callOn(program, "poll", login.pollingCode());
      assertEquals(CliPoll.State.COMPLETED, poll.state());
    }
  }

  private static void addressIsAdded(World world, Object addresses, UserId user) throws Exception {
    EmailAddress second = EmailAddress.of("alice@work.example");
    URI callback = URI.create("http://localhost:3000/verify");
    ContactChannel added =
        (ContactChannel) GuideExamples.callOn(addresses, "add", user, second, callback);
    GuideExamples.callOn(
        addresses,
        "proved",
        Objects.requireNonNull(world.outbox().messagesTo(second.value()).get(0).link()));
    ContactChannel promoted =
        (ContactChannel) GuideExamples.callOn(addresses, "promote", user, added.id());
    assertTrue(promoted.verified() && promoted.primary() && promoted.usedForAuth());
  }

  private static AuthClient open(Map<String, String> settings, World world) {
    return AuthClient.builder(AuthConfig.of(settings)).clock(world.clock()).build();
  }
}
