package dev.keyway.emulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a run says that ends by itself. */
record Output(ExitCode code, String out, String err) {
  static Output of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int number =
        new Program(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(arguments);
    ExitCode code =
        Arrays.stream(ExitCode.values())
            .filter(c -> c.number() == number)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no exit code: " + number));
    return new Output(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
