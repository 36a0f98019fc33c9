package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.World;
import dev.keyway.spi.AuthProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A world of its own on the shared emulator, seen through one vendor. */
class EmulatorHarness implements AuthHarness {

  private static final AuthEmulator EMULATOR = AuthEmulator.start();
  private static final Map<String, Operation> BUILT =
      EMULATOR.operations().stream()
          .filter(Operation::built)
          .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));

  private static final URI CALLBACK = URI.create("http://localhost:3000/authenticate");

  private final Vendor vendor;
  private final AuthProviderFactory factory;
  private final World world = EMULATOR.newWorld(Vendor.project());
  private final NeutralCodeWatch watch = new NeutralCodeWatch(world.ledger());
  private final @Nullable SecretWatch secretWatch;
  private final @Nullable Wiretap tap;
  private final EmulatorSender webhooks;
  private final AuthClient client;

  EmulatorHarness(Vendor vendor) {
    this(vendor, vendor.factory());
  }

  EmulatorHarness(Vendor vendor, AuthProviderFactory factory) {
    this(vendor, factory, null);
  }

  /** A harness whose every secret is looked for in what is logged and shown. */
  static EmulatorHarness watched(Vendor vendor, SecretWatch secrets) {
    return new EmulatorHarness(
        vendor, DelegatingProvider.breaking(vendor.factory(), secrets::listening), secrets);
  }

  private EmulatorHarness(
      Vendor vendor, AuthProviderFactory factory, @Nullable SecretWatch secretWatch) {
    this.vendor = vendor;
    this.factory = factory;
    this.secretWatch = secretWatch;
    this.tap =
        secretWatch == null
            ? null
            : new Wiretap(
                URI.create(
                    Objects.requireNonNull(vendor.settings(world).get(vendor.baseUrlSetting()))),
                secretWatch::overheard);
    this.webhooks = new EmulatorSender(vendor, world);
    this.client = builder(Map.of()).build();
  }

  World world() {
    return world;
  }

  @Override
  public AuthClient client() {
    return client;
  }

  @Override
  public AuthClient.Builder builder(Map<String, String> changes) {
    Map<String, String> settings = vendor.patientSettings(world);
    settings.put("keyway.callback-url", CALLBACK.toString());
    settings.put("keyway.relying-party-id", "localhost");
    settings.putAll(webhooks.settings());
    if (tap != null) {
      settings.put(vendor.baseUrlSetting(), tap.url().toString());
    }
    settings.putAll(changes);
    AuthClient.Builder builder =
        AuthClient.builder(factory, AuthConfig.of(settings)).clock(world.clock()).observer(watch);
    if (secretWatch != null) {
      vendor.secrets(world).forEach(secretWatch::hide);
      webhooks.settings().values().forEach(secretWatch::hide);
      builder.observer(secretWatch);
    }
    return builder;
  }

  @Override
  public SentMessages messages() {
    return new WorldMessages();
  }

  @Override
  public Human human() {
    return new BrowsingHuman(EMULATOR.baseUrl(), world, vendor);
  }

  @Override
  public EmailAddress address(String name) {
    return EmailAddress.of(name + "@example.com");
  }

  @Override
  public PhoneNumber phoneNumber(String name) {
    // The last digits of the fictitious range 555-0100 to 555-0199.
    return PhoneNumber.of("+1415555%04d".formatted(100 + Math.floorMod(name.hashCode(), 100)));
  }

  @Override
  public URI callback() {
    return CALLBACK;
  }

  @Override
  public Map<String, String> wrongCredentials() {
    return vendor.wrongCredentials();
  }

  @Override
  public Map<String, String> unreachable() {
    return Map.of(vendor.baseUrlSetting(), "http://127.0.0.1:1");
  }

  @Override
  public Set<String> requiredSettings() {
    return vendor.requiredSettings();
  }

  @Override
  public Set<String> secrets() {
    return vendor.secrets(world);
  }

  @Override
  public Optional<AuthHarness> stranger() {
    return Optional.of(new EmulatorHarness(vendor, factory, secretWatch));
  }

  @Override
  public Optional<TimeMachine> clock() {
    return Optional.of(
        new TimeMachine() {
          @Override
          public Instant now() {
            return world.clock().now();
          }

          @Override
          public void advance(Duration step) {
            world.clock().advance(step);
          }
        });
  }

  @Override
  public Optional<BadNetwork> faults() {
    return Optional.of(new WorldFaults(world.faults(), vendor.operations() + ".*"));
  }

  @Override
  public Optional<Wire> wire() {
    return Optional.of(
        new Wire() {
          @Override
          public int requests() {
            return world.ledger().entries().size();
          }

          @Override
          public int writes() {
            return (int) world.ledger().entries().stream().filter(EmulatorHarness::writes).count();
          }
        });
  }

  @Override
  public Optional<Forger> forger() {
    return Optional.of(
        new WorldForger(
            new JoseForger(vendor.jwks(world)), (userId, how) -> vendor.forge(world, userId, how)));
  }

  @Override
  public Optional<KeyRotation> keys() {
    return world.service(vendor.operations()).map(service -> service::rotateKeys);
  }

  @Override
  public Optional<WebhookSender> webhooks() {
    return Optional.of(webhooks);
  }

  @Override
  public void close() {
    List<LedgerEntry> entries = world.ledger().entries();
    client.close();
    if (tap != null) {
      tap.close();
    }
    world.close();
    List<String> undeclared =
        entries.stream().filter(EmulatorHarness::isUndeclared).map(LedgerEntry::toString).toList();
    if (!undeclared.isEmpty()) {
      throw new AssertionError("Routes do not declare these errors: " + undeclared);
    }
    if (!watch.differences().isEmpty()) {
      throw new AssertionError("The ledger names other codes: " + watch.differences());
    }
  }

  /** Whether a route answered an error that is none of its own. */
  private static boolean isUndeclared(LedgerEntry entry) {
    Operation operation = BUILT.get(entry.operation());
    return operation != null
        && entry.errorCode() != null
        && !operation.errors().contains(entry.errorCode());
  }

  private static boolean writes(LedgerEntry entry) {
    return !entry.method().equals("GET") && !entry.operation().endsWith(".search");
  }

  /** The world's messages; each is handed out once. */
  private final class WorldMessages implements SentMessages {

    @Override
    public OneTimeCode awaitCode(String to) {
      return OneTimeCode.of(
          Objects.requireNonNull(
              world.outbox().await(to, MessageKind.ONE_TIME_CODE).code(), "no code"));
    }

    @Override
    public URI awaitLink(String to, LinkKind kind) {
      MessageKind wanted =
          kind == LinkKind.SIGN_IN ? MessageKind.MAGIC_LINK : MessageKind.PASSWORD_RESET;
      return Objects.requireNonNull(world.outbox().await(to, wanted).link(), "no link");
    }

    @Override
    public int sentTo(String to) {
      return world.outbox().messagesTo(to).size();
    }
  }
}
