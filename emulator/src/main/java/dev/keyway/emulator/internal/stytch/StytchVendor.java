package dev.keyway.emulator.internal.stytch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.fault.VendorRateLimit;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.stytch.attribute.StytchSettingRows;
import dev.keyway.emulator.internal.stytch.seed.StytchSettingsSeeds;
import dev.keyway.emulator.internal.stytch.state.StytchKeys;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.vendor.ExampleRequest;
import dev.keyway.emulator.internal.vendor.ProjectPlace;
import dev.keyway.emulator.internal.vendor.Snippet;
import dev.keyway.emulator.internal.vendor.Vendor;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stytch.StytchSeed;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Stytch, plugged in. */
public final class StytchVendor implements Vendor {
  /** What people call it. */
  public static final String NAME = StytchConnection.NAME;

  private final Directory<StytchProject> directory;

  @Inject
  StytchVendor(Directory<StytchProject> directory) {
    this.directory = directory;
  }

  @Override
  public String id() {
    return StytchConnection.ID;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String provider() {
    return StytchConnection.PROVIDER;
  }

  @Override
  public VendorProject open(ProjectPlace place) {
    return open(place, randomKeys(place));
  }

  @Override
  public VendorProject open(ProjectPlace place, WorldSeed pinned) {
    StytchSeed seed = pinned.stytch();
    StytchKeys keys = StytchSettingsSeeds.keys(seed, randomKeys(place));
    OpenStytchProject opened = open(place, place.ownKeys().contains(id()) ? keys.own() : keys);
    opened.project().events().pinSecret(seed == null ? null : seed.webhookSecret());
    return opened;
  }

  private OpenStytchProject open(ProjectPlace place, StytchKeys keys) {
    StytchProject project =
        new StytchProject(place.context(), place.social(), keys, place.spec().stytch());
    return new OpenStytchProject(project, directory);
  }

  @Override
  public List<VendorRateLimit> rateLimits() {
    return StytchRateLimits.KNOWN;
  }

  @Override
  public AttributeRows settings() {
    return StytchSettingRows.ALL;
  }

  @Override
  public List<ConnectionValue> exampleConnection() {
    return StytchConnection.example();
  }

  @Override
  public VendorExamples examples() {
    return StytchExamples.ALL;
  }

  @Override
  public List<Snippet> snippets(World world) {
    return StytchSnippets.of(world.stytch());
  }

  @Override
  public ExampleRequest signUp(World world) {
    StytchService stytch = world.stytch();
    return new ExampleRequest(
        stytch.baseUrl().resolve("/v1/passwords"),
        Map.of(
            "authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((stytch.projectId() + ":" + stytch.secret()).getBytes(UTF_8))),
        Json.write(
            Json.object()
                .put("email", "ada@example.com")
                .put("password", "my horse reads maps at noon")
                .put("session_duration_minutes", 60)));
  }

  private static StytchKeys randomKeys(ProjectPlace place) {
    return StytchKeys.random(place.context().random());
  }
}
