package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.state.CodeKind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code and its copy in a checkpoint have the same facts. */
class CodeFactsTest {

  /** A user among them, for example, would be one of the world that the checkpoint was taken of. */
  @ParameterizedTest
  @MethodSource("facts")
  void whatIsKnownOfACodeNeverChanges(Class<?> facts) throws Exception {
    Object sample = new Samples().of(facts, Map.of());

    assertTrue(Copies.unchanging(sample), () -> "Something of it can change: " + sample);
  }

  /** The facts of every kind of code that a constant of the emulator declares. */
  static List<Class<?>> facts() throws IOException, URISyntaxException {
    Path classes =
        Path.of(CodeKind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("dev"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .flatMap(name -> Arrays.stream(loaded(name).getDeclaredFields()))
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .filter(field -> field.getType() == CodeKind.class)
          .flatMap(CodeFactsTest::factsOf)
          .toList();
    }
  }

  private static Stream<Class<?>> factsOf(Field kind) {
    Type facts = ((ParameterizedType) kind.getGenericType()).getActualTypeArguments()[0];
    Class<?> type = (Class<?>) facts;
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type);
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, CodeKind.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("It was compiled a moment ago: " + name, e);
    }
  }
}
