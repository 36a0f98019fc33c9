package dev.keyway.emulator.internal.stackauth.seed;

import static dev.keyway.emulator.internal.seed.Normalized.moment;
import static dev.keyway.emulator.internal.seed.Normalized.text;

import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.seed.StableIds;
import dev.keyway.emulator.internal.stackauth.rules.ApiKeyValue;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.ApiKey.Holder;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.ApiKeySeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Between the keys of one user or team and seeds. The caller holds the project's lock. */
final class ApiKeySeeds {
  private final Holder holder;
  private final String holderId;
  private final Instant holderMade;

  /**
   * Those of one holder.
   *
   * @param holderMade when the user or team was made
   */
  ApiKeySeeds(Holder holder, String holderId, Instant holderMade) {
    this.holder = holder;
    this.holderId = holderId;
    this.holderMade = holderMade;
  }

  /** Keys with nothing left open that has no usual value. */
  List<ApiKeySeed> explicit(List<ApiKeySeed> seeds) {
    StableIds derived = new StableIds("stackauth/" + holder.wireName() + "/" + holderId);
    return IntStream.range(0, seeds.size())
        .mapToObj(at -> explicit(seeds.get(at), derived, "apiKey/" + at))
        .toList();
  }

  private ApiKeySeed explicit(ApiKeySeed seed, StableIds derived, String part) {
    String id = Defaults.or(seed.id(), derived.uuid(part));
    String made =
        ApiKeyValue.of(derived.crockford(part), id, holder, Boolean.TRUE.equals(seed.shared()));
    return new ApiKeySeed(
        id,
        Defaults.or(seed.key(), made),
        Defaults.unless("", seed.description()),
        Defaults.unless(false, seed.shared()),
        Defaults.unless(holderMade, seed.createdAt()),
        seed.expiresAt(),
        seed.revokedAt());
  }

  /** The first explicit key that is somebody else's; empty if none is. */
  Optional<SeedConflict> conflict(StackAuthProject project, List<ApiKeySeed> seeds, String path) {
    for (int i = 0; i < seeds.size(); i++) {
      String id = text(seeds.get(i).id());
      boolean taken =
          project.apiKeys().byId(id).filter(key -> !isHeld(key)).isPresent()
              || project
                  .apiKeys()
                  .byValue(text(seeds.get(i).key()))
                  .filter(key -> !key.id().equals(id))
                  .isPresent();
      if (taken) {
        return Optional.of(new SeedConflict(path + "[" + i + "]", "is another user's or team's"));
      }
    }
    return Optional.empty();
  }

  /** Adds explicit keys; one takes the place of another with its id. */
  void load(StackAuthProject project, List<ApiKeySeed> seeds) {
    for (ApiKeySeed seed : seeds) {
      project
          .apiKeys()
          .put(
              new ApiKey(
                  text(seed.id()),
                  holder,
                  holderId,
                  text(seed.key()),
                  Defaults.or(seed.description(), ""),
                  Boolean.TRUE.equals(seed.shared()),
                  moment(Defaults.or(seed.createdAt(), holderMade)),
                  seed.expiresAt(),
                  seed.revokedAt()));
    }
  }

  /** All keys of the holder, in the order in which they were made. */
  List<ApiKeySeed> export(StackAuthProject project) {
    return project.apiKeys().all().stream()
        .filter(this::isHeld)
        .map(
            key ->
                new ApiKeySeed(
                    key.id(),
                    key.value(),
                    Defaults.unless("", key.description()),
                    Defaults.unless(false, key.shared()),
                    Defaults.unless(holderMade, key.createdAt()),
                    key.expiresAt(),
                    key.revokedAt()))
        .toList();
  }

  private boolean isHeld(ApiKey key) {
    return key.holder() == holder && key.holderId().equals(holderId);
  }
}
