package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.PhoneNumber;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One project at the provider under test, with everything around it that the rules play with. Each
 * rule opens one of its own and closes it.
 *
 * <p>The optional parts are for rules that can't be checked without them; such a rule is skipped
 * when its part is missing.
 */
public interface AuthHarness extends AutoCloseable {

  /** A client of the project; always the same one. The harness closes it. */
  AuthClient client();

  /**
   * A builder of another client of the project, made like {@link #client()} but for the settings
   * given, which go over the project's own. The rule closes the client.
   *
   * @param changes settings by their full names, such as {@code keyway.timeout}
   */
  AuthClient.Builder builder(Map<String, String> changes);

  /** What the project sends to people. */
  SentMessages messages();

  /** The person at the browser. */
  Human human();

  /** An address that receives mail, the same for the same name; unknown to the project so far. */
  EmailAddress address(String name);

  /** A number that receives text messages, the same for the same name. */
  PhoneNumber phoneNumber(String name);

  /** A callback that the project accepts. */
  URI callback();

  /** A callback that the project refuses. */
  default URI unlistedCallback() {
    return URI.create("https://unlisted.keyway-conformance.example/callback");
  }

  /**
   * Settings that make the provider refuse the project's credentials. Empty: the rules about that
   * are skipped.
   */
  default Map<String, String> wrongCredentials() {
    return Map.of();
  }

  /**
   * Settings that lead to an address of this machine where nothing listens. Empty: the rules about
   * that are skipped.
   */
  default Map<String, String> unreachable() {
    return Map.of();
  }

  /**
   * Why a capability that the provider declares can't be tried here, such as a channel that the
   * project at hand has no contract for. The rules that need it are skipped with this reason.
   * Empty: it can be tried.
   */
  default Optional<String> untestable(Capability capability) {
    return Optional.empty();
  }

  /** The full names of settings without which no client can be made. */
  default Set<String> requiredSettings() {
    return Set.of();
  }

  /** The project's own secrets, such as its API key: they must never be seen. */
  default Set<String> secrets() {
    return Set.of();
  }

  /** A project that knows nothing of this one, at the same provider. The caller closes it. */
  default Optional<AuthHarness> stranger() {
    return Optional.empty();
  }

  /** The time by which the provider and {@link #client()} judge what has expired. */
  default Optional<TimeMachine> clock() {
    return Optional.empty();
  }

  /** What can go wrong between client and provider. */
  default Optional<BadNetwork> faults() {
    return Optional.empty();
  }

  /** What went over the wire. */
  default Optional<Wire> wire() {
    return Optional.empty();
  }

  /** A forger of access tokens. */
  default Optional<Forger> forger() {
    return Optional.empty();
  }

  /** The keys that the project signs with. */
  default Optional<KeyRotation> keys() {
    return Optional.empty();
  }

  /** The provider's side of webhooks. */
  default Optional<WebhookSender> webhooks() {
    return Optional.empty();
  }

  /** Closes the clients and gives the project back. */
  @Override
  void close();
}
