package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.providers.http.JsonAhead.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonAheadTest {

  @Test
  void theSampleIsReadWhole() {
    assertEquals(
        Optional.of(
            new Sample(
                "a",
                true,
                1,
                Map.of("deep", List.of(1, Map.of())),
                List.of(new Sample("b", false, 2, null, null)))),
        JsonAhead.read());
  }
}
