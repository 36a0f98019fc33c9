package dev.keyway.conformance;

import dev.keyway.EmailAddress;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.net.URI;
import java.util.Optional;

/** A person with a browser, a passkey authenticator and an authenticator app, in a world. */
record BrowsingHuman(URI home, World world, Vendor vendor) implements Human {

  private static final URI ORIGIN = URI.create("http://localhost:3000");

  @Override
  public URI follow(URI link) {
    return new Browser(home)
        .open(link)
        .left(home)
        .orElseThrow(() -> new AssertionError("The link led nowhere"));
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent() {
          @Override
          public OAuthProviderId provider() {
            return OAuthProviderId.GOOGLE;
          }

          @Override
          public Optional<URI> approve(URI location, EmailAddress as) {
            return decide(location, OAuthDecision.approve(SocialAccount.of(as.value())));
          }

          @Override
          public Optional<URI> deny(URI location) {
            return decide(location, OAuthDecision.deny());
          }

          @Override
          public Optional<URI> fail(URI location) {
            return decide(location, OAuthDecision.error("server_error", "The provider is tired"));
          }

          private Optional<URI> decide(URI location, OAuthDecision decision) {
            world.oauth().next(decision);
            return new Browser(home).open(atHome(location)).left(home);
          }

          /** The client may know the emulator by another port, which only hands on. */
          private URI atHome(URI location) {
            return location.getHost().equals(home.getHost())
                ? home.resolve(location.getRawPath() + "?" + location.getRawQuery())
                : location;
          }
        });
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.of(new SoftAuthenticator(VirtualAuthenticator.platform()));
  }

  @Override
  public Optional<TotpApp> totpApp() {
    return Optional.of(
        new TotpApp() {
          @Override
          public String code(Secret otpauthUri) {
            return device(otpauthUri).code();
          }

          @Override
          public String codeAfter(Secret otpauthUri, int periods) {
            VirtualTotpDevice device = device(otpauthUri);
            return device.codeAt(world.clock().now().plus(device.period().multipliedBy(periods)));
          }

          private VirtualTotpDevice device(Secret otpauthUri) {
            return VirtualTotpDevice.fromUri(otpauthUri.reveal(), world.clock());
          }
        });
  }

  private record SoftAuthenticator(VirtualAuthenticator device) implements Authenticator {

    @Override
    public URI origin() {
      return ORIGIN;
    }

    @Override
    public String create(String optionsJson) {
      return device.create(optionsJson, ORIGIN.toString());
    }

    @Override
    public String get(String optionsJson) {
      return device.get(optionsJson, ORIGIN.toString());
    }

    @Override
    public Authenticator misbehaving(Misbehaviour how) {
      return new SoftAuthenticator(device.misbehaving(lie(how)));
    }

    @Override
    public Authenticator another() {
      return new SoftAuthenticator(VirtualAuthenticator.platform());
    }

    private static dev.keyway.emulator.device.Misbehaviour lie(Misbehaviour how) {
      return switch (how) {
        case WRONG_RELYING_PARTY ->
            dev.keyway.emulator.device.Misbehaviour.wrongRpId("evil.example.com");
        case WRONG_ORIGIN ->
            dev.keyway.emulator.device.Misbehaviour.wrongOrigin("https://evil.example.com");
        case WRONG_CHALLENGE -> dev.keyway.emulator.device.Misbehaviour.wrongChallenge();
        case WRONG_TYPE -> dev.keyway.emulator.device.Misbehaviour.wrongType();
        case BAD_SIGNATURE -> dev.keyway.emulator.device.Misbehaviour.flippedSignatureBit();
        case COUNTER_BACK -> dev.keyway.emulator.device.Misbehaviour.counterGoingBack();
        case NO_USER_PRESENCE -> dev.keyway.emulator.device.Misbehaviour.absentUser();
      };
    }
  }
}
