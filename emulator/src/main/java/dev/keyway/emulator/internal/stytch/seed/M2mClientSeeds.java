package dev.keyway.emulator.internal.stytch.seed;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.M2mClientSeed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a project's machines and seeds. The caller holds the project's lock. */
public final class M2mClientSeeds {
  private static final int SECRET_BYTES = 36;

  private M2mClientSeeds() {}

  /** Adds machines; one takes the place of another with its client id. */
  public static void load(StytchProject project, List<M2mClientSeed> seeds) {
    Randomness random = project.context().random();
    for (M2mClientSeed seed : seeds) {
      String id =
          Objects.requireNonNullElseGet(seed.clientId(), () -> "m2m-client-test-" + random.uuid());
      project.m2mClients().find(id).ifPresent(project.m2mClients()::remove);
      project
          .m2mClients()
          .put(
              new M2mClient(
                  project.m2mClients().next(),
                  id,
                  orEmpty(seed.name()),
                  orEmpty(seed.description()),
                  !Boolean.FALSE.equals(seed.active()),
                  List.copyOf(seed.scopes()),
                  Objects.requireNonNullElse(seed.trustedMetadata(), Map.of()),
                  new ClientSecrets(
                      Objects.requireNonNullElseGet(
                          seed.secret(), () -> random.base64Url(SECRET_BYTES)),
                      seed.nextSecret())));
    }
  }

  /** All machines, oldest first. */
  public static List<M2mClientSeed> export(StytchProject project) {
    return project.m2mClients().all().stream().map(M2mClientSeeds::seed).toList();
  }

  private static M2mClientSeed seed(M2mClient client) {
    return new M2mClientSeed(
        client.id(),
        client.secrets().present(),
        client.secrets().next(),
        orNull(client.name()),
        orNull(client.description()),
        client.active() ? null : false,
        client.scopes(),
        client.metadata().isEmpty() ? null : client.metadata());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
