package example.memory;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.conformance.AuthHarness;
import dev.keyway.conformance.Human;
import dev.keyway.conformance.SentMessages;
import dev.keyway.conformance.TimeMachine;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A new directory and a client of it. Rules on what it does not have are skipped. */
final class MemoryHarness implements AuthHarness {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String SETTING = "keyway.memory.directory";

  private final String directory = "directory-" + COUNT.incrementAndGet();
  private final MovableClock clock = new MovableClock();
  private final AuthClient client = builder(Map.of()).build();

  @Override
  public AuthClient client() {
    return client;
  }

  @Override
  public AuthClient.Builder builder(Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>();
    settings.put("keyway.provider", MemoryProviderFactory.ID);
    settings.put(SETTING, directory);
    settings.putAll(changes);
    return AuthClient.builder(AuthConfig.of(settings)).clock(clock);
  }

  @Override
  public SentMessages messages() {
    return new NoMessages();
  }

  @Override
  public Human human() {
    return link -> link;
  }

  @Override
  public EmailAddress address(String name) {
    return EmailAddress.of(name + "@example.com");
  }

  @Override
  public PhoneNumber phoneNumber(String name) {
    return PhoneNumber.of("+1500555%04d".formatted(Math.floorMod(name.hashCode(), 10_000)));
  }

  @Override
  public URI callback() {
    return URI.create("https://app.example.com/callback");
  }

  @Override
  public Set<String> requiredSettings() {
    return Set.of(SETTING);
  }

  @Override
  public Optional<AuthHarness> stranger() {
    return Optional.of(new MemoryHarness());
  }

  @Override
  public Optional<TimeMachine> clock() {
    return Optional.of(clock);
  }

  @Override
  public void close() {
    client.close();
  }

  /** The directory sends nothing. */
  private static final class NoMessages implements SentMessages {
    @Override
    public OneTimeCode awaitCode(String to) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public URI awaitLink(String to, LinkKind kind) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public int sentTo(String to) {
      return 0;
    }
  }
}
