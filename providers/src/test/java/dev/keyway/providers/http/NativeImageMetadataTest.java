package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What GraalVM has to be told of: records that Jackson reads and writes, and interfaces that Feign
 * makes proxies of. Written anew with {@code -Dkeyway.docs.write=true}.
 */
class NativeImageMetadataTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path METADATA =
      Path.of("src/main/resources/META-INF/native-image/dev.keyway/keyway-providers");

  @Test
  void everyRecordOfTheWireIsReflectedOn() throws Exception {
    ArrayNode all = JSON.createArrayNode();
    for (Class<?> type : wire().stream().filter(Class::isRecord).toList()) {
      all.addObject()
          .put("name", type.getName())
          .put("allDeclaredConstructors", true)
          .put("allDeclaredMethods", true)
          .put("allDeclaredFields", true)
          .put("allRecordComponents", true);
    }
    assertTrue(all.size() > 50, () -> "the records were found: " + all.size());
    isUpToDate("reflect-config.json", all);
  }

  @Test
  void everyInterfaceOfTheWireIsProxied() throws Exception {
    ArrayNode all = JSON.createArrayNode();
    for (Class<?> type : wire().stream().filter(NativeImageMetadataTest::isApi).toList()) {
      all.addObject().putArray("interfaces").add(type.getName());
    }
    assertTrue(all.size() > 10, () -> "the interfaces were found: " + all.size());
    isUpToDate("proxy-config.json", all);
  }

  private static boolean isApi(Class<?> type) {
    return type.isInterface() && type.getDeclaredMethods().length > 0;
  }

  private static List<Class<?>> wire() throws Exception {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.contains("/wire/") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("package-info.class"))
          .sorted()
          .<Class<?>>map(NativeImageMetadataTest::load)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, NativeImageMetadataTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void isUpToDate(String name, JsonNode expected) throws Exception {
    Path file = METADATA.resolve(name);
    if (Boolean.getBoolean("keyway.docs.write")) {
      Files.createDirectories(METADATA);
      DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
      lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
      Files.writeString(file, JSON.writer(lines).writeValueAsString(expected) + "\n");
    }
    assertEquals(
        expected,
        JSON.readTree(Files.readString(file)),
        () -> name + " is stale: run the test with -Dkeyway.docs.write=true");
  }
}
