package dev.keyway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the ledger says that an error becomes is what the library makes of it: every row of each
 * {@code neutral.properties}, and no error without a row.
 */
@ExtendWith(EmulatorExtension.class)
class NeutralRowsTest {

  /** The part of a vendor's name in the emulator. */
  private static String emulated(Vendor vendor) {
    return vendor == Vendor.STYTCH ? "stytch" : "stackauth";
  }

  private static Properties rows(Vendor vendor) throws IOException {
    String file =
        "/dev/keyway/emulator/internal/" + emulated(vendor) + "/protocol/neutral.properties";
    try (InputStream in = AuthEmulator.class.getResourceAsStream(file)) {
      Properties rows = new Properties();
      rows.load(Objects.requireNonNull(in, file));
      return rows;
    }
  }

  static Stream<Arguments> everyRow() throws IOException {
    Stream<Arguments> all = Stream.of();
    for (Vendor vendor : Vendor.values()) {
      Properties rows = rows(vendor);
      all =
          Stream.concat(
              all,
              rows.stringPropertyNames().stream()
                  .sorted()
                  .map(row -> Arguments.of(vendor, row, rows.getProperty(row))));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void everyErrorHasARowAndNothingElseHas(Vendor vendor, AuthEmulator emulator) throws IOException {
    Set<String> errors =
        emulator.coverage().errors(emulated(vendor)).stream()
            .map(EmulatedError::code)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> rows = new TreeSet<>();
    for (String row : rows(vendor).stringPropertyNames()) {
      String[] parts = row.split("@", 2);
      rows.add(parts[0]);
      if (parts.length == 2) {
        assertNotNull(
            NeutralRowCalls.of(vendor).get(parts[1]), "no call of the library for " + row);
      }
    }
    assertEquals(errors, rows);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyRow")
  void aRowIsWhatTheLibraryMakesOfTheError(
      Vendor vendor, String row, String neutral, World world, AuthEmulator emulator) {
    String[] parts = row.split("@", 2);
    EmulatedError error = emulator.coverage().error(emulated(vendor), parts[0]).orElseThrow();
    String operation = parts.length == 2 ? parts[1] : "";
    Map<String, List<NeutralRowCalls.Prepared>> all = NeutralRowCalls.of(vendor);
    List<NeutralRowCalls.Prepared> calls =
        Objects.requireNonNull(
            parts.length == 2
                ? all.get(operation)
                : all.getOrDefault(error.code(), all.get(NeutralRowCalls.GENERAL)),
            operation);
    Set<String> became = new TreeSet<>();
    Map<String, String> settings = vendor.patientSettings(world);
    settings.put("keyway.relying-party-id", "localhost");
    settings.put("keyway.callback-url", "http://localhost:3000/link");
    try (AuthClient client = AuthClient.open(AuthConfig.of(settings))) {
      for (NeutralRowCalls.Prepared prepared : calls) {
        Runnable call = prepared.prepare(world, client);
        world
            .faults()
            .on(emulated(vendor) + "." + (parts.length == 2 ? suffix(operation) : "*"))
            .respond(Math.max(error.status(), 400), "application/json", body(vendor, error));
        became.add(failure(call).name());
        world.faults().clear();
      }
    }
    assertEquals(new TreeSet<>(List.of(neutral.split(" or ", -1))), became);
  }

  private static String suffix(String operation) {
    return operation.substring(operation.indexOf('.') + 1);
  }

  private static String body(Vendor vendor, EmulatedError error) {
    return vendor == Vendor.STYTCH
        ? "{\"status_code\":%d,\"error_type\":\"%s\",\"error_message\":\"x\",\"request_id\":\"r\"}"
            .formatted(error.status(), error.code())
        : "{\"code\":\"%s\",\"error\":\"x\",\"details\":{\"attempt_code\":\"0123456789\"}}"
            .formatted(error.code());
  }

  private static ErrorCode failure(Runnable call) {
    try {
      call.run();
      throw new AssertionError("The call passed");
    } catch (AuthException e) {
      return e.code();
    }
  }
}
