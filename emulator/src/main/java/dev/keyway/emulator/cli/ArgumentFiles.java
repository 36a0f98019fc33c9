package dev.keyway.emulator.cli;

import dev.keyway.emulator.internal.json.HandWrittenText;
import dev.keyway.emulator.internal.json.HandWrittenText.WrongEncodingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arguments of the form {@code @FILE}: one argument a line, {@code #} begins a comment. */
final class ArgumentFiles {
  private ArgumentFiles() {}

  /**
   * The arguments with those of files in the place of their names.
   *
   * @throws IllegalArgumentException if a file cannot be read; the message is for people
   */
  static String[] expand(String... arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        text(argument.substring(1))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(all::add);
      } else {
        all.add(argument);
      }
    }
    return all.toArray(String[]::new);
  }

  private static String text(String file) {
    try {
      return HandWrittenText.of(Files.readAllBytes(Path.of(file)));
    } catch (WrongEncodingException e) {
      throw new IllegalArgumentException(file + " " + e.getMessage(), e);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "the arguments in "
              + file
              + " cannot be read ("
              + (e instanceof NoSuchFileException
                  ? "there is no such file"
                  : e.getClass().getSimpleName())
              + ")",
          e);
    }
  }
}
