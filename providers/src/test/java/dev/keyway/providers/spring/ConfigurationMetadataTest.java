package dev.keyway.providers.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an IDE completes is what there is: no more, no less. */
class ConfigurationMetadataTest {

  @Test
  void itHasTheKnownSettings() throws IOException {
    Set<String> known =
        EnvironmentSettings.knownKeys(getClass().getClassLoader()).stream()
            .map("keyway."::concat)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, names(""));
  }

  @Test
  void itsTypesAreThoseThatAreRead() throws IOException {
    assertEquals(prefixed(EnvironmentSettings.DURATIONS), names("java.time.Duration"));
    assertEquals(prefixed(EnvironmentSettings.LISTS), names("java.util.List<java.lang.String>"));
  }

  @Test
  void everySettingIsDescribed() throws IOException {
    properties().forEach(property -> assertFalse(property.path("description").asText().isBlank()));
  }

  private static Set<String> prefixed(Set<String> keys) {
    return keys.stream().map("keyway."::concat).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String type) throws IOException {
    return StreamSupport.stream(properties().spliterator(), false)
        .filter(property -> type.isEmpty() || property.path("type").asText().equals(type))
        .map(property -> property.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode properties() throws IOException {
    try (InputStream in =
        ConfigurationMetadataTest.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in)).path("properties");
    }
  }
}
