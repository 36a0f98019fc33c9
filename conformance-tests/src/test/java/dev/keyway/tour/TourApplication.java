package dev.keyway.tour;

import dev.keyway.AuthClient;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.AuthException;
import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MachineCredential;
import dev.keyway.NewMachine;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.OneTimeCode;
import dev.keyway.PasskeyCeremony;
import dev.keyway.Secret;
import dev.keyway.Session;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.VerifiedMachine;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.WebhookEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The application of the tour: it never asks which provider it runs on. */
final class TourApplication {

  static final URI CALLBACK = URI.create("http://localhost:3000/authenticate");

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final EmailAddress BOB = EmailAddress.of("bob@example.com");
  private static final EmailAddress EVE = EmailAddress.of("eve@example.com");
  private static final EmailAddress GUS = EmailAddress.of("gus@example.com");
  private static final Secret FIRST = Secret.of("quiet-Harbour-74-lanterns");
  private static final Secret SECOND = Secret.of("amber-Window-19-tramlines");
  private static final Secret THIRD = Secret.of("copper-Meadow-52-whistles");

  private final AuthClient client;
  private final TourHuman human;
  private final Steps steps;

  TourApplication(AuthClient client, TourHuman human, Steps steps) {
    this.client = client;
    this.human = human;
    this.steps = steps;
  }

  void run() {
    SessionTokens tokens = passwords();
    steps.step("signs out", () -> signOut(tokens));
    if (client.supports(Capability.OTP_EMAIL)) {
      steps.step("signs in with a mailed code", this::signInWithCode);
    }
    if (client.supports(Capability.MAGIC_LINK)) {
      steps.step("signs in with a mailed link, which works once", this::signInWithLink);
    }
    strongFactors();
    if (client.supports(Capability.MACHINE)) {
      steps.step("gives a program a credential, checks it, and takes it away", this::machine);
    }
  }

  private void machine() {
    NewMachine.Builder wanted = NewMachine.named("Nightly import");
    if (client.supports(Capability.MACHINE_OWNER)) {
      wanted.owner(client.users().findByEmail(EVE).orElseThrow().id());
    }
    MachineCredential made = client.machines().create(wanted.build());
    VerifiedMachine known = client.machines().verify(presented(made));
    expect(known.id().equals(made.machine().id()), "it is the program");
    client.machines().revoke(known.id());
    refused(() -> client.machines().verify(presented(made)));
  }

  /** What the program shows: its key, or a token that it got for its secret. */
  private Secret presented(MachineCredential made) {
    return client.supports(Capability.MACHINE_TOKEN)
        ? client.machines().token(made.machine().id(), made.secret(), Set.of()).token()
        : made.secret();
  }

  private SessionTokens passwords() {
    SignInResult.SignedIn in =
        steps.step("signs up", () -> client.passwords().signUp(ADA, FIRST).orElseThrow());
    if (client.supports(Capability.WEBHOOK)) {
      steps.step("hears of it by webhook; a changed copy is refused", () -> hear(in));
    }
    steps.step("checks the session on this machine", () -> check(in, in.tokens()));
    steps.step(
        "renews the access token",
        () -> check(in, client.sessions().refresh(in.tokens().renewal())));
    SessionTokens again = steps.step("signs in; a wrong password is refused", this::signInAgain);
    SessionTokens changed = steps.step("changes the password", () -> change(again));
    return steps.step("resets the forgotten password by mail", () -> reset(changed));
  }

  private void hear(SignInResult.SignedIn in) {
    WebhookEvent posted = human.posts(AuthEventType.USER_CREATED);
    AuthEvent event =
        client.webhooks().receive(posted.headers(), posted.body().getBytes(StandardCharsets.UTF_8));
    expect(event.userId().orElseThrow().equals(in.user().id()), "it is about Ada");
    byte[] changed = (posted.body() + " ").getBytes(StandardCharsets.UTF_8);
    ErrorCode refusal = refused(() -> client.webhooks().receive(posted.headers(), changed));
    expect(refusal == ErrorCode.WEBHOOK_REFUSED, "its signature is not for another text");
  }

  private void check(SignInResult.SignedIn in, SessionTokens tokens) {
    Session session = client.sessions().verify(tokens.access());
    expect(session.userId().equals(in.user().id()), "the token is Ada's");
  }

  private SessionTokens signInAgain() {
    ErrorCode refusal = refused(() -> client.passwords().signIn(ADA, SECOND));
    expect(refusal == ErrorCode.INVALID_CREDENTIALS, "the refusal says no more than it must");
    return client.passwords().signIn(ADA, FIRST).orElseThrow().tokens();
  }

  private SessionTokens change(SessionTokens tokens) {
    SessionTokens changed = client.passwords().change(tokens, FIRST, SECOND).orElseThrow().tokens();
    return client.sessions().authenticate(changed).tokens();
  }

  private SessionTokens reset(SessionTokens before) {
    client.passwords().startReset(ADA, CALLBACK);
    URI back = human.opensLink(ADA, MessageKind.PASSWORD_RESET);
    client.passwords().finishReset(back, THIRD);
    expectEnded(before);
    return client.passwords().signIn(ADA, THIRD).orElseThrow().tokens();
  }

  private void signOut(SessionTokens tokens) {
    client.sessions().signOut(tokens);
    expectEnded(tokens);
  }

  private void signInWithCode() {
    Challenge challenge = client.otps().sendEmail(BOB);
    OneTimeCode code = human.readsCode(BOB);
    SignInResult.SignedIn in = client.otps().verify(challenge.handle(), code).orElseThrow();
    expect(in.user().primaryEmail().orElseThrow().verified(), "the code proves the address");
  }

  private void signInWithLink() {
    Challenge challenge = client.magicLinks().send(EVE, CALLBACK);
    expect(challenge.expiresAt().isAfter(Instant.EPOCH), "the link has an end");
    URI back = human.opensLink(EVE, MessageKind.MAGIC_LINK);
    SignInResult.SignedIn in = client.magicLinks().authenticate(back).orElseThrow();
    expect(in.user().primaryEmail().orElseThrow().address().equals(EVE), "it is Eve");
    ErrorCode refusal = refused(() -> client.magicLinks().authenticate(back));
    expect(refusal.kind() == ErrorCode.Kind.EVIDENCE, "a used link is no evidence");
  }

  private void strongFactors() {
    if (client.supports(Capability.OAUTH)) {
      steps.step("signs in with Google", this::signInWithGoogle);
    }
    if (client.supports(Capability.PASSKEY)) {
      steps.step("registers a passkey and signs in with it", this::signInWithPasskey);
    }
    if (client.supports(Capability.SECOND_FACTOR_TOTP)) {
      steps.step("enrols an app, and signs in with both factors", this::signInTwofold);
    }
  }

  private void signInWithGoogle() {
    OAuthAuthorization start = client.oauth().authorize(OAuthProviderId.GOOGLE, CALLBACK);
    URI back = human.agrees(start.location(), GUS);
    SignInResult.SignedIn in = client.oauth().exchange(back, start.handle()).result().orElseThrow();
    expect(in.user().primaryEmail().orElseThrow().address().equals(GUS), "it is Gus");
  }

  private void signInWithPasskey() {
    SignInResult.SignedIn ada = client.passwords().signIn(ADA, THIRD).orElseThrow();
    PasskeyCeremony registration = client.passkeys().startRegistration(ada.tokens());
    client
        .passkeys()
        .finishRegistration(
            ada.tokens(),
            registration.handle(),
            human.makesPasskey(registration.optionsJson(), CALLBACK));
    PasskeyCeremony signIn = client.passkeys().startSignIn();
    SignInResult result =
        client
            .passkeys()
            .finishSignIn(signIn.handle(), human.showsPasskey(signIn.optionsJson(), CALLBACK));
    expect(result.orElseThrow().user().id().equals(ada.user().id()), "it is Ada");
  }

  private void signInTwofold() {
    SignInResult.SignedIn ada = client.passwords().signIn(ADA, THIRD).orElseThrow();
    TotpEnrolment enrolment = client.totp().startEnrolment(ada.tokens());
    client
        .totp()
        .finishEnrolment(ada.tokens(), enrolment.handle(), human.readsApp(enrolment.uri()));
    human.waits(Duration.ofMinutes(1));
    SignInResult half = client.passwords().signIn(ADA, THIRD);
    if (!(half instanceof SignInResult.SecondFactorRequired demand)) {
      throw new IllegalStateException("The second factor was not asked for");
    }
    SignInResult.SignedIn in =
        client.secondFactor().completeWithTotp(demand.handle(), human.readsApp(enrolment.uri()));
    expect(in.user().id().equals(ada.user().id()), "it is Ada, twice over");
  }

  private void expectEnded(SessionTokens tokens) {
    ErrorCode refusal = refused(() -> client.sessions().refresh(tokens.renewal()));
    expect(refusal == ErrorCode.SESSION_NOT_FOUND, "the session has ended");
  }

  static void expect(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("Not so: " + what);
    }
  }

  private static ErrorCode refused(Runnable call) {
    try {
      call.run();
    } catch (AuthException e) {
      return e.code();
    }
    throw new IllegalStateException("A call succeeded that should have been refused");
  }
}
