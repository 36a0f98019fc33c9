package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of classes that a start loads ahead is what a start needs. {@code
 * -Dkeyway.docs.write=true} writes it anew.
 */
class StartClassesTest {
  private static final Path FILE =
      Path.of("src/main/resources/dev/keyway/emulator/internal/world/start-classes.txt");

  private static final Pattern INITIALIZED = Pattern.compile("nitializing '([^' ]+)'");

  /** What some compilers make for a switch over an enum, and others do not. */
  private static final Pattern NUMBERED = Pattern.compile("dev\\.keyway\\..*\\$\\d+");

  /** Not the JDK's, and nothing that is made while the program runs. */
  private static final Pattern LISTED =
      Pattern.compile("(dev\\.keyway|com\\.fasterxml|io\\.undertow|org\\.(xnio|jboss|wildfly)).*");

  @TempDir Path folder;

  @Test
  void listedClassesAreThere() throws Exception {
    List<String> missing = new ArrayList<>();
    for (String name : Files.readAllLines(FILE)) {
      try {
        Class.forName(name, false, getClass().getClassLoader());
      } catch (ClassNotFoundException e) {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing, "write the list anew with -Dkeyway.docs.write=true");
  }

  /** Threads take turns, so a few more or fewer are no mistake. */
  @Test
  void whatAStartInitializesIsListedAndNothingElse() throws Exception {
    Set<String> initialized = initialized();
    if (Boolean.getBoolean("keyway.docs.write")) {
      Files.write(FILE, initialized);
    }
    List<String> listed = Files.readAllLines(FILE);
    List<String> needless = new ArrayList<>(listed);
    needless.removeAll(initialized);
    List<String> left = new ArrayList<>(initialized);
    left.removeAll(listed);
    assertTrue(initialized.size() > 300, initialized::toString);
    assertTrue(
        needless.size() + left.size() < initialized.size() / 10,
        () ->
            "write the list anew with -Dkeyway.docs.write=true; without need "
                + needless
                + ", not listed "
                + left);
  }

  private Set<String> initialized() throws Exception {
    Path log = folder.resolve("classes.txt");
    LibraryJvm.run(
        folder, List.of("-Xlog:class+init=info:file=" + log), FirstHealth.class.getName());
    Set<String> names = new LinkedHashSet<>();
    for (String line : Files.readAllLines(log)) {
      INITIALIZED
          .matcher(line)
          .results()
          .map(MatchResult::group)
          .map(found -> found.substring(found.indexOf('\'') + 1, found.length() - 1))
          .map(name -> name.replace('/', '.'))
          .filter(name -> LISTED.matcher(name).matches() && !name.contains("$$"))
          .filter(name -> !NUMBERED.matcher(name).matches())
          .filter(name -> !name.startsWith(FirstHealth.class.getName()))
          .forEach(names::add);
    }
    return names;
  }

  /** An emulator with a world that is asked for its health. */
  static final class FirstHealth {
    private FirstHealth() {}

    public static void main(String[] arguments) throws Exception {
      try (AuthEmulator emulator = AuthEmulator.start();
          World world = emulator.newWorld()) {
        HttpResponse<String> answer =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/_emulator/health"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || world.id().isEmpty()) {
          throw new IllegalStateException(answer.body());
        }
      }
    }
  }
}
