package dev.keyway.providers.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopOfJsonTest {

  @Test
  void onlyTheOutermostScalarsAreRead() {
    assertEquals(
        Map.of("id", "r-1", "code", 200, "share", 0.5, "yes", true, "no", false),
        scalars(
            """
            {"id":"r-1","user":{"id":"another","list":[{"code":1}]},"code":200,"share":0.5,
             "yes":true,"no":false,"none":null,"list":["id",{"yes":0}]}
            """));
  }

  @Test
  void ofTwoFieldsWithOneNameTheLastCounts() {
    assertEquals(Map.of("a", 2), scalars("{\"a\":\"1\",\"a\":2}"));
    assertEquals(Map.of(), scalars("{\"a\":1,\"a\":null}"));
    assertEquals(Map.of(), scalars("{\"a\":1,\"a\":{\"a\":3}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[{\"a\":1}]", "\"a\"", "null", "{\"a\":1", "{\"a\":1}{}", "{\"a\":1,b}"})
  void whatIsNoWholeObjectHasNone(String json) {
    assertEquals(Map.of(), scalars(json));
  }

  private static Map<String, Object> scalars(String json) {
    return TopOfJson.scalars(json.getBytes(UTF_8));
  }
}
