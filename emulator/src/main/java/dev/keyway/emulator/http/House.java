package dev.keyway.emulator.http;

import dev.keyway.emulator.AuthEmulator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the emulator serves as itself rather than as a provider. */
@Singleton
public final class House {
  private final List<HouseFront> fronts;
  private final AuthEmulator emulator;

  @Inject
  House(Set<HouseFront> fronts, AuthEmulator emulator) {
    this.fronts = fronts.stream().sorted(Comparator.comparingInt(HouseFront::order)).toList();
    this.emulator = emulator;
  }

  /** Answers a request to the emulator itself; empty when it is for somebody else. */
  Optional<Answer> answer(Exchange exchange) {
    return fronts.stream()
        .filter(front -> front.owns(exchange.path()))
        .findFirst()
        .map(front -> answer(front, exchange));
  }

  private Answer answer(HouseFront front, Exchange exchange) {
    return HouseGuard.refusal(exchange, emulator.publicUrl(), front.opensFromOtherSites())
        .map(reason -> HouseError.answer(403, "forbidden", reason))
        .orElseGet(() -> safely(front, exchange));
  }

  private Answer safely(HouseFront front, Exchange exchange) {
    try {
      return front.answer(exchange, emulator);
    } catch (RuntimeException e) {
      // The exception's own text may quote what was sent.
      return HouseError.answer(
          500, "internal_error", "The emulator failed: " + e.getClass().getSimpleName());
    }
  }
}
