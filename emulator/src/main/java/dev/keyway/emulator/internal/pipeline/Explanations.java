package dev.keyway.emulator.internal.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API's errors mean, by code: read from {@code errors.properties} beside its class. */
public final class Explanations {
  private static final String FILE = "errors.properties";

  private final Map<String, String> byCode;

  private Explanations(Map<String, String> byCode) {
    this.byCode = byCode;
  }

  /** Reads the file in {@code owner}'s package. */
  public static Explanations beside(Class<?> owner) {
    Properties file = read(owner, FILE);
    return new Explanations(
        file.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(code -> code, file::getProperty)));
  }

  static Properties read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name + " beside " + owner.getName());
      }
      Properties file = new Properties();
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the error means and what usually causes it; empty when the file does not say. */
  public String of(String code) {
    return byCode.getOrDefault(code, "");
  }

  /** All codes in the file. */
  public Set<String> codes() {
    return byCode.keySet();
  }
}
