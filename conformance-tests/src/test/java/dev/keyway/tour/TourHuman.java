package dev.keyway.tour;

import dev.keyway.AuthEventType;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.conformance.Browser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** What is around the application on the tour: who reads mail and follows links, and the vendor. */
record TourHuman(Vendor vendor, World world, URI home, VirtualAuthenticator authenticator) {

  /** What the vendor posts to the application's endpoint. */
  WebhookEvent posts(AuthEventType type) {
    return world.webhooks().await(vendor.eventName(type));
  }

  /** Opens the mailed link and tells where the browser ended up. */
  URI opensLink(EmailAddress address, MessageKind kind) {
    URI link =
        Objects.requireNonNull(
            world.outbox().await(address.value(), kind).link(), "the mail has no link");
    return new Browser(home)
        .open(link)
        .left(home)
        .orElseThrow(() -> new IllegalStateException("The link led nowhere"));
  }

  /** Agrees at the identity provider, as the owner of this address. */
  URI agrees(URI location, EmailAddress as) {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of(as.value())));
    return new Browser(home)
        .open(location)
        .left(home)
        .orElseThrow(() -> new IllegalStateException("The browser did not come back"));
  }

  String makesPasskey(String optionsJson, URI page) {
    return authenticator.create(optionsJson, origin(page));
  }

  String showsPasskey(String optionsJson, URI page) {
    return authenticator.get(optionsJson, origin(page));
  }

  OneTimeCode readsApp(Secret otpauthUri) {
    return OneTimeCode.of(VirtualTotpDevice.fromUri(otpauthUri.reveal(), world.clock()).code());
  }

  /** Lets the world's time pass. */
  void waits(Duration time) {
    world.clock().advance(time);
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getAuthority();
  }

  OneTimeCode readsCode(EmailAddress address) {
    return OneTimeCode.of(
        Objects.requireNonNull(
            world.outbox().await(address.value(), MessageKind.ONE_TIME_CODE).code(),
            "the mail has no code"));
  }
}
