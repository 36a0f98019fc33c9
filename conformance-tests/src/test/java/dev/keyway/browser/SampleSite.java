package dev.keyway.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyOptions;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.UserEmail;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.docs.Document;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web application in front of one provider of a world of its own. It knows the neutral interfaces
 * only; what a flow must remember is in an {@code HttpOnly} cookie, as the guides have it.
 */
final class SampleSite implements AutoCloseable {

  private final World world;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final URI home;
  private final AuthClient auth;

  private SampleSite(Vendor vendor, World world, HttpServer server) {
    this.world = world;
    this.server = server;
    this.home = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    world
        .stytch()
        .configure(
            settings ->
                settings.redirectUrls(
                    home.resolve("/link/callback").toString(),
                    home.resolve("/oauth/callback").toString()));
    Map<String, String> settings = vendor.patientSettings(world);
    settings.put("keyway.callback-url", home.resolve("/link/callback").toString());
    settings.put("keyway.relying-party-id", "localhost");
    this.auth = AuthClient.builder(AuthConfig.of(settings)).clock(world.clock()).build();
  }

  /** Opens one on a free port; the test is skipped if the provider lacks what it needs. */
  static SampleSite open(Vendor vendor, AuthEmulator emulator, Capability needed)
      throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    SampleSite site = new SampleSite(vendor, emulator.newWorld(Vendor.project()), server);
    server.setExecutor(site.threads);
    server.createContext("/", site::serve);
    server.start();
    if (!site.auth.supports(needed)) {
      site.close();
      assumeTrue(false, vendor.id() + " has no " + needed);
    }
    return site;
  }

  URI home() {
    return home;
  }

  World world() {
    return world;
  }

  AuthClient auth() {
    return auth;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    auth.close();
    world.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Visit visit = new Visit(exchange, home);
    try {
      route(visit);
    } catch (AuthException e) {
      if (visit.path().startsWith("POST /passkey/")) {
        visit.answer(400, "text/plain", e.code().name());
      } else {
        page(visit, 400, Html.page(e.code().name(), "<p>That did not work.</p>"));
      }
    }
  }

  private void route(Visit visit) throws IOException {
    switch (visit.path()) {
      case "GET /" -> page(visit, 200, Html.home(greeting(visit)));
      case "POST /sign-up" -> signUp(visit);
      case "POST /sign-out" -> signOut(visit);
      case "GET /oauth/start" -> startOAuth(visit);
      case "GET /oauth/callback" -> finishOAuth(visit);
      case "POST /link/send" -> sendLink(visit);
      case "GET /link/callback" -> followLink(visit);
      case "GET /passkey" -> page(visit, 200, Html.passkeys(script()));
      case "POST /passkey/register/start" ->
          begin(visit, auth.passkeys().startRegistration(visit.session().orElseThrow()));
      case "POST /passkey/register/finish" -> finishRegistration(visit);
      case "POST /passkey/sign-in/start" -> begin(visit, auth.passkeys().startSignIn(known(visit)));
      case "POST /passkey/sign-in/finish" -> finishPasskeySignIn(visit);
      case "GET /favicon.ico" -> visit.answer(200, "image/svg+xml", Html.ICON);
      default -> page(visit, 404, Html.page("Not found", ""));
    }
  }

  private String greeting(Visit visit) {
    return visit
        .session()
        .map(session -> auth.sessions().verify(session.access()).userId())
        .flatMap(auth.users()::find)
        .flatMap(user -> user.primaryEmail().map(UserEmail::address).map(EmailAddress::value))
        .map(address -> "Signed in as " + address)
        .orElse("Nobody is signed in");
  }

  private void signUp(Visit visit) throws IOException {
    String form = visit.body();
    welcome(
        visit,
        auth.passwords()
            .signUp(
                EmailAddress.of(Visit.field(form, "email")),
                Secret.of(Visit.field(form, "password"))));
    visit.redirect(home);
  }

  private void signOut(Visit visit) throws IOException {
    visit.session().ifPresent(auth.sessions()::signOut);
    visit.drop("access");
    visit.drop("renewal");
    visit.redirect(home);
  }

  private void startOAuth(Visit visit) throws IOException {
    OAuthAuthorization authorization =
        auth.oauth().authorize(OAuthProviderId.GOOGLE, home.resolve("/oauth/callback"));
    visit.keep("oauth", authorization.handle().reveal());
    visit.redirect(authorization.location());
  }

  private void finishOAuth(Visit visit) throws IOException {
    Optional<ChallengeHandle> handle = visit.handle("oauth");
    if (handle.isEmpty()) {
      page(visit, 400, Html.page("Please begin in this browser", ""));
      return;
    }
    visit.drop("oauth");
    welcome(visit, auth.oauth().exchange(visit.address(), handle.get()).result());
    visit.redirect(home);
  }

  private void sendLink(Visit visit) throws IOException {
    DeliveryOptions options =
        DeliveryOptions.builder()
            .boundToBrowser(auth.supports(Capability.DELIVERY_BOUND_TO_BROWSER))
            .build();
    Challenge challenge =
        auth.magicLinks()
            .send(
                EmailAddress.of(Visit.field(visit.body(), "email")),
                home.resolve("/link/callback"),
                options);
    visit.keep("link", challenge.handle().reveal());
    page(visit, 200, Html.page("Please look into your mail", ""));
  }

  private void followLink(Visit visit) throws IOException {
    CallbackOptions.Builder options = CallbackOptions.builder();
    visit.handle("link").ifPresent(options::handle);
    welcome(visit, auth.magicLinks().authenticate(visit.address(), options.build()));
    visit.redirect(home);
  }

  private static void begin(Visit visit, PasskeyCeremony ceremony) throws IOException {
    visit.keep("passkey", ceremony.handle().reveal());
    visit.answer(200, "application/json", ceremony.optionsJson());
  }

  private void finishRegistration(Visit visit) throws IOException {
    ChallengeHandle handle = visit.handle("passkey").orElseThrow();
    visit.drop("passkey");
    auth.passkeys().finishRegistration(visit.session().orElseThrow(), handle, visit.body());
    visit.answer(200, "text/plain", "Registered");
  }

  private void finishPasskeySignIn(Visit visit) throws IOException {
    ChallengeHandle handle = visit.handle("passkey").orElseThrow();
    visit.drop("passkey");
    welcome(visit, auth.passkeys().finishSignIn(handle, visit.body()));
    visit.answer(200, "text/plain", "Signed in");
  }

  /** A browser that somebody signed in with before names them. */
  private static PasskeyOptions known(Visit visit) {
    PasskeyOptions.Builder options = PasskeyOptions.builder();
    visit.cookie("last-user").map(UserId::of).ifPresent(options::user);
    return options.build();
  }

  private static void welcome(Visit visit, SignInResult result) {
    SignInResult.SignedIn in = result.orElseThrow();
    visit.keep(in.tokens());
    visit.keep("last-user", in.user().id().value());
  }

  /** The page runs what the guide prints. */
  private static String script() {
    return String.join("\n", Document.read("docs/guides/passkeys.md").javascript());
  }

  private static void page(Visit visit, int status, String html) throws IOException {
    visit.answer(status, "text/html; charset=utf-8", html);
  }
}
