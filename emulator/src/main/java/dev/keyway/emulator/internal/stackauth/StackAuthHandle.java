package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.internal.stackauth.session.ForgedAccessTokens;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One project, for who runs the world that it is in. */
final class StackAuthHandle implements StackAuthService {
  private final StackAuthProject project;

  StackAuthHandle(StackAuthProject project) {
    this.project = project;
  }

  @Override
  public String id() {
    return StackAuthConnection.ID;
  }

  @Override
  public String name() {
    return StackAuthConnection.NAME;
  }

  @Override
  public String provider() {
    return StackAuthConnection.PROVIDER;
  }

  @Override
  public List<ConnectionValue> connection() {
    return StackAuthConnection.of(this);
  }

  @Override
  public URI baseUrl() {
    return project.context().publicUrl();
  }

  @Override
  public String projectId() {
    return project.id();
  }

  @Override
  public String publishableClientKey() {
    return project.publishableClientKey();
  }

  @Override
  public String secretServerKey() {
    return project.secretServerKey();
  }

  @Override
  public String superSecretAdminKey() {
    return project.superSecretAdminKey();
  }

  @Override
  public String webhookSecret() {
    return project.events().secret();
  }

  @Override
  public URI jwksUrl() {
    return URI.create(issuer() + "/.well-known/jwks.json");
  }

  @Override
  public String issuer() {
    return baseUrl() + "/api/v1/projects/" + projectId();
  }

  @Override
  public StackAuthSettings settings() {
    return project.settings();
  }

  @Override
  public void configure(UnaryOperator<StackAuthSettings.Builder> change) {
    project.configure(change);
  }

  @Override
  public Map<String, Object> settingValues() {
    return settings().toMap();
  }

  @Override
  public void configure(Map<String, ?> changes) {
    configure(
        settings -> {
          changes.forEach(settings::set);
          return settings;
        });
  }

  @Override
  public List<Resource> resources() {
    return project.exclusively(() -> StackAuthResources.of(project));
  }

  @Override
  public void rotateKeys(Duration overlap) {
    project.rotateKeys(overlap);
  }

  @Override
  public String forgeToken(String userId, Forgery how) {
    return ForgedAccessTokens.forge(project, userId, how);
  }

  /** Base URL and project, no key. */
  @Override
  public String toString() {
    return "StackAuthService[" + baseUrl() + ", project " + projectId() + "]";
  }
}
