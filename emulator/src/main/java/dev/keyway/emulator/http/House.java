package dev.keyway.emulator.http;

import dev.keyway.emulator.AuthEmulator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What the emulator serves as itself rather than as a provider. */
@Singleton
public final class House {
  private final List<HouseFront> fronts;

  /** The port is open a moment before the emulator that it belongs to exists. */
  private final CompletableFuture<AuthEmulator> emulator = new CompletableFuture<>();

  @Inject
  House(Set<HouseFront> fronts) {
    this.fronts = fronts.stream().sorted(Comparator.comparingInt(HouseFront::order)).toList();
  }

  /** Names the emulator that the fronts serve. */
  public void open(AuthEmulator owner) {
    emulator.complete(owner);
  }

  /** Answers a request to the emulator itself; empty when it is for somebody else. */
  Optional<Answer> answer(Exchange exchange) {
    return fronts.stream()
        .filter(front -> front.owns(exchange.path()))
        .findFirst()
        .map(front -> answer(front, exchange));
  }

  private Answer answer(HouseFront front, Exchange exchange) {
    AuthEmulator owner = emulator.join();
    return HouseGuard.refusal(exchange, owner.publicUrl(), front.opensFromOtherSites())
        .map(reason -> HouseError.answer(403, "forbidden", reason))
        .orElseGet(() -> safely(front, exchange, owner));
  }

  private static Answer safely(HouseFront front, Exchange exchange, AuthEmulator owner) {
    try {
      return front.answer(exchange, owner);
    } catch (RuntimeException e) {
      // The exception's own text may quote what was sent.
      return HouseError.answer(
          500, "internal_error", "The emulator failed: " + e.getClass().getSimpleName());
    }
  }
}
