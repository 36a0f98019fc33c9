package dev.keyway.providers.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import dev.keyway.ChallengeHandle;
import dev.keyway.Secret;
import dev.keyway.providers.TestClock;
import dev.keyway.spi.ProviderContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format that is written down stays the format: handles live in browsers across releases. */
class HandleVectorsTest {

  /** Gives out one nonce. */
  private static final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;

    FixedRandom(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "empty", "unicode"})
  void aPublishedHandleIsMadeAndOpened(String name) throws IOException {
    Properties vector = vectors();
    FixedRandom nonce =
        new FixedRandom(HexFormat.of().parseHex(vector.getProperty(name + ".nonce")));
    Handles handles =
        Handles.of(
            new ProviderContext(
                AuthConfig.of(Map.of()), new TestClock(), nonce, new AuthObserver() {}),
            vector.getProperty(name + ".provider"),
            vector.getProperty(name + ".project"),
            Secret.of(vector.getProperty(name + ".secret")));
    String kind = vector.getProperty(name + ".kind");
    Instant expiry = Instant.ofEpochMilli(Long.parseLong(vector.getProperty(name + ".expiry")));
    Map<String, String> fields = fields(vector, name);
    String published = vector.getProperty(name + ".handle");

    OpenedHandle opened = handles.open(ChallengeHandle.of(published), kind);
    assertEquals(expiry, opened.expiresAt());
    fields.forEach((field, value) -> assertEquals(value, opened.get(field)));
    assertEquals(published, handles.seal(kind, expiry, fields).reveal());
  }

  private static Map<String, String> fields(Properties vector, String name) {
    Map<String, String> fields = new TreeMap<>();
    String prefix = name + ".field.";
    for (String key : vector.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        fields.put(key.substring(prefix.length()), vector.getProperty(key));
      }
    }
    return fields;
  }

  private static Properties vectors() throws IOException {
    Properties vectors = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                HandleVectorsTest.class.getResourceAsStream("vectors.properties")),
            StandardCharsets.UTF_8)) {
      vectors.load(reader);
    }
    return vectors;
  }
}
