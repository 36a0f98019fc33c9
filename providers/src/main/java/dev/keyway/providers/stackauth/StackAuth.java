package dev.keyway.providers.stackauth;

import dev.keyway.AuthConfig;
import dev.keyway.Secret;
import dev.keyway.spi.AuthProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Stack Auth: hosted or self-hosted.
 *
 * <pre>{@code
 * AuthConfig config =
 *     StackAuth.config().projectId(id).secretServerKey(Secret.of(key)).build();
 * AuthClient client = AuthClient.open(config);
 * }</pre>
 *
 * <p>Settings, each after {@code keyway.stack-auth.}: {@code project-id} and {@code
 * secret-server-key} are required; {@code publishable-client-key} is needed for OAuth where the
 * project demands one, {@code super-secret-admin-key} for definitions of permissions; {@code
 * base-url} is for self-hosted servers, {@value #DEFAULT_BASE_URL} by default, without {@code
 * /api/v1}; {@code issuer-url} is for servers that are reached by another URL than the one that
 * their access tokens name.
 *
 * <p>What Stack Auth alone has, such as contact channels and permissions, is in {@link
 * dev.keyway.providers.stackauth.server.StackAuthServer}.
 *
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's REST API</a>
 */
public final class StackAuth {

  /** What {@code keyway.provider} says to choose this provider. */
  public static final String ID = "stack-auth";

  static final String DEFAULT_BASE_URL = "https://api.stack-auth.com";

  private StackAuth() {}

  /** The factory, for clients that are built without looking at the class path. */
  public static AuthProviderFactory factory() {
    return new StackAuthFactory();
  }

  /** Settings by name and type, in place of a file or the environment. */
  public static Config config() {
    return new Config();
  }

  /** Builds an {@link AuthConfig} for Stack Auth. */
  public static final class Config {

    private final Map<String, String> settings = new HashMap<>();

    private Config() {
      settings.put("keyway.provider", ID);
    }

    /** The project's id, a UUID. Required. */
    public Config projectId(String projectId) {
      return own("project-id", projectId);
    }

    /** A secret server key, {@code ssk_…}. Required. */
    public Config secretServerKey(Secret secretServerKey) {
      return own("secret-server-key", secretServerKey.reveal());
    }

    /** A publishable client key, {@code pck_…}. Default: none. */
    public Config publishableClientKey(String publishableClientKey) {
      return own("publishable-client-key", publishableClientKey);
    }

    /**
     * The administrator's key, {@code sak_…}: for {@link
     * dev.keyway.providers.stackauth.server.PermissionDefinitions} alone. Default: none.
     */
    public Config superSecretAdminKey(Secret superSecretAdminKey) {
      return own("super-secret-admin-key", superSecretAdminKey.reveal());
    }

    /** The server, without {@code /api/v1}. Default: the hosted service. */
    public Config baseUrl(URI baseUrl) {
      return own("base-url", baseUrl.toString());
    }

    /**
     * The server's URL as its access tokens name it, without {@code /api/v1}; for servers that are
     * reached by another one, such as from within a cluster. Default: the base URL.
     */
    public Config issuerUrl(URI issuerUrl) {
      return own("issuer-url", issuerUrl.toString());
    }

    /** Where mailed links lead unless a call says otherwise. Default: every call has to say. */
    public Config callbackUrl(URI callbackUrl) {
      return setting("keyway.callback-url", callbackUrl.toString());
    }

    /** How long a call may take. Default: 10 seconds. */
    public Config timeout(Duration timeout) {
      return setting("keyway.timeout", timeout.toString());
    }

    /** Any other setting by its whole name, such as {@code keyway.clock-skew}. */
    public Config setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    private Config own(String key, String value) {
      return setting("keyway." + ID + "." + key, value);
    }

    /** The configuration. Whether it is complete shows when a client is made of it. */
    public AuthConfig build() {
      return AuthConfig.of(settings);
    }

    /** The names that are set, never their values. */
    @Override
    public String toString() {
      return "StackAuth.Config" + settings.keySet().stream().sorted().toList();
    }
  }
}
