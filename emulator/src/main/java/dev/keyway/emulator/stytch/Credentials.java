package dev.keyway.emulator.stytch;

import dev.keyway.emulator.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a request proves itself with: HTTP Basic, project id and secret (RFC 7617). Both are empty
 * when the header is missing or malformed.
 */
final class Credentials {
  private static final String SCHEME = "Basic ";

  private final String projectId;
  private final String secret;

  private Credentials(String projectId, String secret) {
    this.projectId = projectId;
    this.secret = secret;
  }

  static Credentials of(Exchange exchange) {
    String header = exchange.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Credentials("", "");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return new Credentials(parts[0], parts.length == 2 ? parts[1] : "");
    } catch (IllegalArgumentException e) {
      return new Credentials("", "");
    }
  }

  String projectId() {
    return projectId;
  }

  /** Refuses all but the project's own secret, and live credentials before they are looked at. */
  void check(@Nullable StytchProject project) {
    if (projectId.startsWith("project-live-") || secret.startsWith("secret-live-")) {
      throw StytchError.LIVE_ID_USED_IN_TEST_ENVIRONMENT.failure();
    }
    boolean right =
        project != null
            && project.id().equals(projectId)
            && MessageDigest.isEqual(
                project.secret().getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    if (!right) {
      throw StytchError.UNAUTHORIZED_CREDENTIALS.failure();
    }
  }

  @Override
  public String toString() {
    return "Credentials[" + projectId + "]";
  }
}
