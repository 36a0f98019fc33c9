package dev.keyway.providers.stytch;

import dev.keyway.AuthConfig;
import dev.keyway.Secret;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.spi.AuthProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Stytch, consumer product.
 *
 * <pre>{@code
 * AuthConfig config = Stytch.config().projectId(id).secret(Secret.of(secret)).build();
 * AuthClient client = AuthClient.open(config);
 * }</pre>
 *
 * <p>Settings, each after {@code keyway.stytch.}: {@code project-id} and {@code secret} are
 * required; {@code public-token} is needed for OAuth; {@code base-url} is for custom domains,
 * Stytch's test or live service by default, as the project's id says; {@code session-duration} is
 * how long sessions last unless a call says otherwise, {@code PT60M} by default.
 *
 * <p>Stytch itself never asks for a second factor. This provider does, of every user with a
 * confirmed authenticator app: the tokens of a first factor stay sealed in the handle until the
 * second one is shown. That binds sign-ins through this library only: another program with the
 * project's secret, or Stytch's own browser SDK where it is switched on, can sign the same user in
 * with one factor. A code sent to the user's verified address or number may stand in for the app,
 * unless the first factor came the same way; so whoever owns the mailbox can reset the password and
 * receive the code too.
 *
 * <p>What Stytch alone has, such as crypto wallets and invitations, is in {@link StytchConsumer}.
 *
 * <p>Stytch holds a first, middle and last name. A display name is written to the first one, and
 * the other two are emptied; read, it is the three with blanks between.
 *
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>
 */
public final class Stytch {

  /** What {@code keyway.provider} says to choose this provider. */
  public static final String ID = "stytch";

  private Stytch() {}

  /** The factory, for clients that are built without looking at the class path. */
  public static AuthProviderFactory factory() {
    return new StytchFactory();
  }

  /** Settings by name and type, in place of a file or the environment. */
  public static Config config() {
    return new Config();
  }

  /** Builds an {@link AuthConfig} for Stytch. */
  public static final class Config {

    private final Map<String, String> settings = new HashMap<>();

    private Config() {
      settings.put("keyway.provider", ID);
    }

    /** The project's id, {@code project-test-…} or {@code project-live-…}. Required. */
    public Config projectId(String projectId) {
      return own("project-id", projectId);
    }

    /** The project's secret. Required. */
    public Config secret(Secret secret) {
      return own("secret", secret.reveal());
    }

    /** The project's public token, {@code public-token-…}. Needed for OAuth. Default: none. */
    public Config publicToken(String publicToken) {
      return own("public-token", publicToken);
    }

    /**
     * The service, such as a custom domain. Default: Stytch's, test or live by the project's id.
     */
    public Config baseUrl(URI baseUrl) {
      return own("base-url", baseUrl.toString());
    }

    /** How long sessions last: 5 to 527040 whole minutes. Default: one hour. */
    public Config sessionDuration(Duration sessionDuration) {
      return own("session-duration", sessionDuration.toString());
    }

    /** Where mailed links lead unless a call says otherwise. Default: every call has to say. */
    public Config callbackUrl(URI callbackUrl) {
      return setting("keyway.callback-url", callbackUrl.toString());
    }

    /** The domain that passkeys are for. Default: every call has to say. */
    public Config relyingPartyId(String relyingPartyId) {
      return setting("keyway.relying-party-id", relyingPartyId);
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
      return "Stytch.Config" + settings.keySet().stream().sorted().toList();
    }
  }
}
