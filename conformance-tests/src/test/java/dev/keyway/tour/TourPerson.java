package dev.keyway.tour;

import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.conformance.Browser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.World;
import java.net.URI;
import java.util.Objects;

/** Who takes the tour: reads mail and follows links. */
record TourPerson(World world, URI home, Vendor vendor) {

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

  OneTimeCode readsCode(EmailAddress address) {
    return OneTimeCode.of(
        Objects.requireNonNull(
            world.outbox().await(address.value(), MessageKind.ONE_TIME_CODE).code(),
            "the mail has no code"));
  }
}
