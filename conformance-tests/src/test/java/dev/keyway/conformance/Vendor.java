package dev.keyway.conformance;

import dev.keyway.AuthEventType;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.providers.stackauth.StackAuth;
import dev.keyway.providers.stytch.Stytch;
import dev.keyway.spi.AuthProviderFactory;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The two vendors of a world, by what configuration calls them. */
public enum Vendor {
  STACK_AUTH("stack-auth", "stackauth") {
    @Override
    Set<String> requiredSettings() {
      return Set.of("keyway.stack-auth.project-id", "keyway.stack-auth.secret-server-key");
    }

    @Override
    public Map<String, String> settings(World world) {
      return Map.of(
          "keyway.provider", "stack-auth",
          "keyway.stack-auth.project-id", world.stackAuth().projectId(),
          "keyway.stack-auth.secret-server-key", world.stackAuth().secretServerKey(),
          "keyway.stack-auth.publishable-client-key", world.stackAuth().publishableClientKey(),
          "keyway.stack-auth.base-url", world.stackAuth().baseUrl().toString(),
          // Its tokens stay genuine where a test cuts the base URL off.
          "keyway.stack-auth.issuer-url", world.stackAuth().baseUrl().toString());
    }

    @Override
    Map<String, String> wrongCredentials() {
      return Map.of("keyway.stack-auth.secret-server-key", "ssk_not-the-key-of-this-project");
    }

    @Override
    Set<String> secrets(World world) {
      return Set.of(world.stackAuth().secretServerKey());
    }

    @Override
    URI jwks(World world) {
      return world.stackAuth().jwksUrl();
    }

    @Override
    String forge(World world, String userId, Forgery how) {
      return world.stackAuth().forgeToken(userId, how);
    }

    @Override
    public String eventName(AuthEventType type) {
      return switch (type) {
        case USER_CREATED -> "user.created";
        case USER_UPDATED -> "user.updated";
        case USER_DELETED -> "user.deleted";
        default -> throw new IllegalArgumentException(type.name());
      };
    }

    @Override
    String unknownEvent() {
      return "{\"type\":\"moon.rising\",\"data\":{\"phase\":\"full\"}}";
    }

    @Override
    AuthProviderFactory factory() {
      return StackAuth.factory();
    }
  },

  STYTCH("stytch", "stytch") {
    @Override
    Set<String> requiredSettings() {
      return Set.of("keyway.stytch.project-id", "keyway.stytch.secret");
    }

    @Override
    public Map<String, String> settings(World world) {
      return Map.of(
          "keyway.provider", "stytch",
          "keyway.stytch.project-id", world.stytch().projectId(),
          "keyway.stytch.secret", world.stytch().secret(),
          "keyway.stytch.public-token", world.stytch().publicToken(),
          "keyway.stytch.base-url", world.stytch().baseUrl().toString());
    }

    @Override
    Map<String, String> wrongCredentials() {
      return Map.of("keyway.stytch.secret", "secret-test-not-the-secret-of-this-project");
    }

    @Override
    Set<String> secrets(World world) {
      return Set.of(world.stytch().secret());
    }

    @Override
    URI jwks(World world) {
      return world.stytch().jwksUrl();
    }

    @Override
    String forge(World world, String userId, Forgery how) {
      return world.stytch().forgeToken(userId, how);
    }

    @Override
    public String eventName(AuthEventType type) {
      return switch (type) {
        case USER_CREATED -> "direct.user.create";
        case USER_UPDATED -> "direct.user.update";
        case USER_DELETED -> "direct.user.delete";
        default -> throw new IllegalArgumentException(type.name());
      };
    }

    @Override
    String unknownEvent() {
      return "{\"action\":\"RISE\",\"object_type\":\"moon\",\"source\":\"DIRECT\",\"id\":\"m1\"}";
    }

    @Override
    AuthProviderFactory factory() {
      return Stytch.factory();
    }
  };

  private final String id;
  private final String operations;

  Vendor(String id, String operations) {
    this.id = id;
    this.operations = operations;
  }

  /** A project with every way of signing in switched on, and with users' API keys. */
  public static WorldSpec project() {
    return WorldSpec.defaults().stackAuth(s -> s.allowUserApiKeys(true));
  }

  /** The settings of a world's client that a slow machine does not fail. */
  public Map<String, String> patientSettings(World world) {
    Map<String, String> settings = new HashMap<>(settings(world));
    settings.put("keyway.timeout", "PT5M");
    return settings;
  }

  /** The provider's id. */
  public String id() {
    return id;
  }

  /** The setting of where the provider is. */
  String baseUrlSetting() {
    return "keyway." + id + ".base-url";
  }

  /** What the emulator's operations of this vendor begin with. */
  public String operations() {
    return operations;
  }

  /** The full names of settings without which there is no client. */
  abstract Set<String> requiredSettings();

  public abstract Map<String, String> settings(World world);

  abstract Map<String, String> wrongCredentials();

  abstract Set<String> secrets(World world);

  abstract URI jwks(World world);

  abstract String forge(World world, String userId, Forgery how);

  /** What the vendor calls an event that the API or a server caused. */
  public abstract String eventName(AuthEventType type);

  /** The body of an event of a type that nobody knows. */
  abstract String unknownEvent();

  abstract AuthProviderFactory factory();
}
