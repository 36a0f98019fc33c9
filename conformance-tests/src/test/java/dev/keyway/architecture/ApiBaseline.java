package dev.keyway.architecture;

import dev.keyway.AuthClient;
import dev.keyway.conformance.AuthConformance;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.providers.stytch.StytchFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what each module promises now into {@code MODULE/src/api}, where {@code mvn verify} looks
 * for what it promised before: a jar of the types that its exported packages show, without code.
 * See CONTRIBUTING.
 */
public final class ApiBaseline {
  /** The same bytes for the same promises, whatever the day and the JDK. */
  private static final LocalDateTime WHEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** One type of each module, by the folder that it is built in. */
  static final Map<String, Class<?>> MODULES =
      Map.of(
          "api", AuthClient.class,
          "providers", StytchFactory.class,
          "emulator", AuthEmulator.class,
          "conformance-tests", AuthConformance.class);

  private ApiBaseline() {}

  /** Renews all; the one argument is the folder of the whole project. */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
      Path folder = Path.of(arguments[0], module.getKey(), "src", "api");
      ModuleClasses classes = ModuleClasses.of(module.getValue());
      SortedMap<String, byte[]> entries = new TreeMap<>();
      NavigableSet<String> types = ApiSignatures.shownBy(classes);
      for (String type : types) {
        entries.put(type + ".class", ApiSignatures.strip(classes.bytes(type), types));
      }
      Files.createDirectories(folder);
      write(entries, folder.resolve("baseline.jar"));
    }
  }

  private static void write(SortedMap<String, byte[]> entries, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      // Not compressed, because that is what differs between JDKs.
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(each.getValue());
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(WHEN);
        entry.setSize(each.getValue().length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
  }
}
