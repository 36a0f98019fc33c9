package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyway.ErrorCode;
import dev.keyway.spi.AuthProviderFactory;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of the guides list what there is: no more, no less. */
class TablesTest {

  @TestFactory
  Stream<DynamicTest> everyErrorCodeIsExplained() {
    Document guide = Document.read("docs/guides/errors.md");
    return Arrays.stream(ErrorCode.Kind.values())
        .map(
            kind ->
                dynamicTest(
                    kind.toString(),
                    () ->
                        assertEquals(
                            Arrays.stream(ErrorCode.values())
                                .filter(code -> code.kind() == kind)
                                .map(Enum::name)
                                .toList(),
                            guide.firstColumn("codes: " + kind))));
  }

  @TestFactory
  Stream<DynamicTest> everySettingOfAProviderIsExplained() {
    Document guide = Document.read("docs/guides/configuration.md");
    return ServiceLoader.load(AuthProviderFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(
            factory ->
                dynamicTest(
                    factory.id(),
                    () ->
                        assertEquals(
                            factory.keys().stream()
                                .map(key -> "keyway." + factory.id() + "." + key)
                                .collect(Collectors.toCollection(TreeSet::new)),
                            new TreeSet<>(guide.firstColumn("keys: " + factory.id())))));
  }

  @Test
  void everyCommonSettingIsExplainedAsInTheJavadoc() {
    Document javadoc = Document.read("api/src/main/java/dev/keyway/AuthConfig.java");
    List<String> documented =
        javadoc
            .text()
            .lines()
            .filter(line -> line.startsWith(" *   <li>{@code keyway."))
            .map(line -> line.replaceAll(".*\\{@code (keyway\\.[a-z-]+)}.*", "$1"))
            .toList();
    assertEquals(
        documented, Document.read("docs/guides/configuration.md").firstColumn("keys: common"));
  }
}
