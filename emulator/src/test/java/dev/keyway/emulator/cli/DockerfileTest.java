package dev.keyway.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** No build runs the Dockerfile, so it is held against what the build makes. */
class DockerfileTest {
  private static final Path FOLDER = Path.of("src", "image");

  @Test
  void itCopiesTheFileThatTheBuildNames() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String file = instruction("COPY").split(" ", -1)[0];
    assertTrue(file.endsWith(".jar"), file);
    String name = file.substring(0, file.length() - ".jar".length());
    assertTrue(pom.contains("<finalName>" + name + "</finalName>"), file);
  }

  @Test
  void itStartsTheFileThatItCopies() throws Exception {
    List<String> command = entryPoint();
    assertEquals("java", command.get(0));
    assertEquals(instruction("COPY").split(" ", -1)[1], command.get(command.indexOf("-jar") + 1));
  }

  @Test
  void theProgramUnderstandsItsOptionsAndListensWhereItSays() throws Exception {
    List<String> command = entryPoint();
    List<String> options = command.subList(command.indexOf("-jar") + 2, command.size());
    CommandLine program = new CommandLine(new Program(System.out, System.err));
    program.parseArgs(options.toArray(String[]::new));
    ListenOptions.BindAddress bind = program.getParseResult().matchedOption("--bind").getValue();
    assertTrue(bind.everywhere());
    assertEquals(Integer.toString(ListenOptions.Port.USUAL), instruction("EXPOSE"));
  }

  /** The image that is made without an engine starts the same. */
  @Test
  void bothImagesStartAlike() throws Exception {
    String other = Files.readString(FOLDER.resolve("OciImage.java")).replaceAll("\\\\\\R\\s*", "");
    String options = instruction("ENTRYPOINT").replace("[\"java\", ", "").replace(", ", ",");
    assertTrue(other.contains("[\"/opt/java/bin/java\"," + options), other);
    assertTrue(other.contains("\"User\":\"" + instruction("USER") + "\""));
  }

  private static List<String> entryPoint() throws Exception {
    List<String> command = new ArrayList<>();
    Json.read(instruction("ENTRYPOINT")).forEach(word -> command.add(word.textValue()));
    return command;
  }

  private static String instruction(String name) throws Exception {
    return Pattern.compile("(?m)^" + name + " (.+)$")
        .matcher(Files.readString(FOLDER.resolve("Dockerfile")))
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name))
        .group(1);
  }
}
