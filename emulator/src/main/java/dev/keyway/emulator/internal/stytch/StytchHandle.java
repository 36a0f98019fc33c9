package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.internal.stytch.session.ForgedSessionTokens;
import dev.keyway.emulator.internal.stytch.session.Impersonations;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.StytchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One project, for who runs the world that it is in. */
final class StytchHandle implements StytchService {
  private final StytchProject project;

  StytchHandle(StytchProject project) {
    this.project = project;
  }

  @Override
  public String id() {
    return StytchConnection.ID;
  }

  @Override
  public String name() {
    return StytchConnection.NAME;
  }

  @Override
  public String provider() {
    return StytchConnection.PROVIDER;
  }

  @Override
  public List<ConnectionValue> connection() {
    return StytchConnection.of(this);
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
  public String secret() {
    return project.secret();
  }

  @Override
  public String publicToken() {
    return project.publicToken();
  }

  @Override
  public String webhookSecret() {
    return project.events().secret();
  }

  @Override
  public URI jwksUrl() {
    return URI.create(baseUrl() + "/v1/sessions/jwks/" + projectId());
  }

  @Override
  public String issuer() {
    return "stytch.com/" + projectId();
  }

  @Override
  public StytchSettings settings() {
    return project.settings();
  }

  @Override
  public void configure(UnaryOperator<StytchSettings.Builder> change) {
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
    return project.exclusively(() -> StytchResources.of(project));
  }

  @Override
  public void rotateKeys(Duration overlap) {
    project.rotateKeys(overlap);
  }

  @Override
  public String forgeToken(String userId, Forgery how) {
    return ForgedSessionTokens.forge(project, userId, how);
  }

  @Override
  public String impersonationToken(String userId, String impersonatorEmail) {
    return Impersonations.token(project, userId, impersonatorEmail);
  }

  /** Base URL and project, no secret. */
  @Override
  public String toString() {
    return "StytchService[" + baseUrl() + ", project " + projectId() + "]";
  }
}
