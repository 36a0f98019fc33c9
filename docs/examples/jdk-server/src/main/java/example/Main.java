package example;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.Capability;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts the application.
 *
 * <p>With {@code --emulator stytch} or {@code --emulator stack-auth} it starts the emulator of that
 * provider with it. Otherwise the configuration is read from the properties file that is named, or
 * from the environment.
 */
public final class Main {
  private static final int PORT = 8080;

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("--emulator")) {
      String provider = arguments.length > 1 ? arguments[1] : "stytch";
      AuthEmulator emulator = AuthEmulator.start();
      World world = emulator.newWorld();
      register(world, site());
      serve(AuthConfig.of(configuration(world, provider)));
      System.out.println("Mails are at " + emulator.baseUrl() + "/_emulator/ui");
    } else if (arguments.length > 0 && arguments[0].startsWith("-")) {
      System.err.println("Usage: [--emulator stytch | --emulator stack-auth | FILE.properties]");
      System.exit(2);
    } else if (arguments.length > 0) {
      serve(AuthConfig.fromProperties(Path.of(arguments[0])));
    } else {
      serve(AuthConfig.fromEnvironment());
    }
    Thread.currentThread().join();
  }

  static Map<String, String> configuration(World world, String provider) {
    return switch (provider) {
      case "stytch" -> world.stytch().configuration();
      case "stack-auth" -> world.stackAuth().configuration();
      default -> throw new IllegalArgumentException("no provider has the name " + provider);
    };
  }

  /** What is done on the dashboard at the real service: links may lead back to this site. */
  static void register(World world, URI site) {
    world.stytch().configure(settings -> settings.redirectUrls(site + "/link/callback"));
  }

  private static void serve(AuthConfig config) throws IOException {
    AuthClient auth =
        AuthClient.builder(config)
            .require(
                Capability.PASSWORD_SIGN_UP,
                Capability.PASSWORD_SIGN_IN,
                Capability.MAGIC_LINK,
                Capability.OTP_EMAIL,
                Capability.TOTP,
                Capability.SECOND_FACTOR_TOTP)
            .build();
    Application application;
    try {
      application = Application.start(auth, PORT, site());
    } catch (BindException e) {
      System.err.println("Port " + PORT + " is taken by another program. End it, and try again.");
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(application::close));
    System.out.println("Listening at " + application.site());
  }

  /**
   * What browsers call the application: behind a proxy that ends TLS something like {@code
   * https://shop.example.com}. Cookies are Secure then.
   */
  private static URI site() {
    return URI.create(System.getenv().getOrDefault("SITE", "http://localhost:" + PORT));
  }
}
