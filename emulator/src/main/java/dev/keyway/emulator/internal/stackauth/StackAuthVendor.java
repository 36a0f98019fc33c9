package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.fault.VendorRateLimit;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthSettingsSeeds;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.vendor.ExampleRequest;
import dev.keyway.emulator.internal.vendor.ProjectPlace;
import dev.keyway.emulator.internal.vendor.Snippet;
import dev.keyway.emulator.internal.vendor.Vendor;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Stack Auth, plugged in. */
public final class StackAuthVendor implements Vendor {
  /** What people call it. */
  public static final String NAME = StackAuthConnection.NAME;

  private final Directory<StackAuthProject> directory;

  @Inject
  StackAuthVendor(Directory<StackAuthProject> directory) {
    this.directory = directory;
  }

  @Override
  public String id() {
    return StackAuthConnection.ID;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String provider() {
    return StackAuthConnection.PROVIDER;
  }

  @Override
  public OpenStackAuthProject open(ProjectPlace place) {
    return open(place, randomKeys(place));
  }

  @Override
  public OpenStackAuthProject open(ProjectPlace place, WorldSeed pinned) {
    StackAuthSeed seed = pinned.stackauth();
    StackAuthKeys keys = StackAuthSettingsSeeds.keys(seed, randomKeys(place));
    OpenStackAuthProject opened = open(place, place.ownKeys().contains(id()) ? keys.own() : keys);
    opened.project().events().pinSecret(seed == null ? null : seed.webhookSecret());
    return opened;
  }

  OpenStackAuthProject open(ProjectPlace place, StackAuthKeys keys) {
    StackAuthProject project =
        new StackAuthProject(place.context(), place.social(), keys, place.spec().stackAuth());
    return new OpenStackAuthProject(project, directory);
  }

  @Override
  public List<VendorRateLimit> rateLimits() {
    return StackAuthRateLimits.KNOWN;
  }

  @Override
  public AttributeRows settings() {
    return StackAuthSettingRows.ALL;
  }

  @Override
  public List<ConnectionValue> exampleConnection() {
    return StackAuthConnection.example();
  }

  @Override
  public VendorExamples examples() {
    return StackAuthExamples.ALL;
  }

  @Override
  public ExampleRequest signUp(World world) {
    StackAuthService stackAuth = world.stackAuth();
    return new ExampleRequest(
        stackAuth.baseUrl().resolve("/api/v1/auth/password/sign-up"),
        Map.of(
            "x-stack-access-type",
            "server",
            "x-stack-project-id",
            stackAuth.projectId(),
            "x-stack-secret-server-key",
            stackAuth.secretServerKey()),
        Json.write(
            Json.object()
                .put("email", "ada@example.com")
                .put("password", "my horse reads maps at noon")
                .put("verification_callback_url", "http://localhost/")));
  }

  @Override
  public List<Snippet> snippets(World world) {
    return StackAuthSnippets.of(world.stackAuth());
  }

  private static StackAuthKeys randomKeys(ProjectPlace place) {
    return StackAuthKeys.random(place.context().random());
  }
}
