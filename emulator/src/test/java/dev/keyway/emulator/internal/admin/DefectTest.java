package dev.keyway.emulator.internal.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.LogLines;
import dev.keyway.emulator.internal.http.Defects;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.HostNames;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.AnswerLoop;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A defect of the emulator is answered, and its line in the log is found. */
class DefectTest {
  private static final Request REQUEST =
      new Request(
          "GET",
          "/_emulator/broken",
          "",
          Map.of("host", List.of("localhost")),
          new byte[0],
          false,
          "127.0.0.1");

  /** An endpoint that always fails. */
  private static final class Broken implements AdminEndpoint {
    @Override
    public boolean owns(String path) {
      return true;
    }

    @Override
    public Response answer(Request request, AuthEmulator emulator) {
      throw new IllegalStateException("what was sent");
    }

    @Override
    public int order() {
      return 0;
    }
  }

  @Test
  void theIdInTheAnswerOfTheControlApiFindsTheLine() {
    EmulatorOptions options =
        new EmulatorOptions(
            0,
            0,
            EmulatorOptions.DEFAULT_REQUEST_TIMEOUT,
            null,
            false,
            Set.of(),
            null,
            null,
            Set.of(),
            null);
    Defects defects = new Defects(new Randomness(new SecureRandom()));
    try (AuthEmulator emulator = AuthEmulator.start();
        LogLines log = LogLines.of("dev.keyway.emulator")) {
      Response response =
          new AdminEndpoints(Set.of(new Broken()), emulator, new HostNames(options), defects)
              .answer(REQUEST)
              .orElseThrow();

      assertEquals(500, response.status());
      String id = String.valueOf(response.headers().get("x-request-id"));
      assertEquals(16, id.length());
      assertTrue(response.body().contains(id), response.body());
      assertFalse(response.body().contains("what was sent"), response.body());
      assertEquals(1, log.lines().stream().filter(line -> line.contains(id)).count());
    }
  }

  @Test
  void theIdInTheAnswerOfAVendorFindsTheLine() {
    Response failed =
        Response.text(500, "failed").withDiagnosis(Diagnosis.NONE.withRequestId("request-1"));
    try (LogLines log = LogLines.of("dev.keyway.emulator.vendor")) {
      Response response =
          new AnswerLoop("vendor")
              .answer(
                  REQUEST,
                  null,
                  () -> {
                    throw new IllegalStateException("broken");
                  },
                  () -> failed);

      assertEquals(failed, response);
      assertEquals(
          List.of(
              "Cannot answer GET /_emulator/broken, request id request-1"
                  + " java.lang.IllegalStateException: broken"),
          log.lines());
    }
  }
}
