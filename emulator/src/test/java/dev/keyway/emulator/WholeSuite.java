package dev.keyway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Whether all tests of the module were run, so that what no test did can be told. */
public final class WholeSuite implements LauncherSessionListener {
  private static final Path CLASSES = Path.of("target/test-classes");
  private static final Set<String> BEGUN = new ConcurrentSkipListSet<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session
        .getLauncher()
        .registerTestExecutionListeners(
            new TestExecutionListener() {
              @Override
              public void executionStarted(TestIdentifier test) {
                Optional.of(test)
                    .flatMap(TestIdentifier::getSource)
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .ifPresent(source -> BEGUN.add(source.getClassName()));
              }
            });
  }

  /** Whether every class of tests was begun. */
  static boolean ran() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith("Test.class"))
          .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .allMatch(BEGUN::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
