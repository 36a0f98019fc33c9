package dev.keyway.emulator.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees are read and written as Jackson's own mapper does. */
class JsonTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"a\\u0000\\ud83d\\ude00\\n\\\"\"",
        "0",
        "-0",
        "-0.0",
        "1.0",
        "1e2",
        "1e400",
        "2147483648",
        "9223372036854775808",
        "0.1",
        "1.7976931348623157e308",
        "4.9e-324",
        "123456789.123456789123456789",
        "[]",
        "{}",
        " [ 1 , [ [] , {} ] , \"\" ] ",
        "{\"a\":{\"b\":[null,{\"c\":false}]},\"a\":1,\"\":2}"
      })
  void aValueIsReadAndWrittenAsTheMapperDoes(String text) throws Exception {
    JsonNode expected = MAPPER.readTree(text);
    JsonNode read = Json.read(text);
    assertEquals(expected, read);
    assertEquals(expected.getNodeType(), read.getNodeType());
    assertEquals(expected.numberType(), read.numberType());
    assertEquals(MAPPER.writeValueAsString(expected), Json.write(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1 2",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":}",
        "{a:1}",
        "[1,]",
        "]",
        "nul",
        "NaN",
        "'a'",
        "{\"a\":1}}",
        "\"a",
        "01",
        "+1",
        "[}",
        "{]"
      })
  void whatIsNoJsonIsRefusedAsTheMapperDoes(String text) {
    assertThrows(Json.Malformed.class, () -> Json.read(text));
    if (!text.isBlank()) {
      assertThrows(JsonProcessingException.class, () -> MAPPER.readTree(text));
    }
  }

  @Test
  void depthIsBounded() throws Exception {
    assertEquals(900, depth(Json.read("[".repeat(900) + "]".repeat(900))));
    assertThrows(Json.Malformed.class, () -> Json.read("[".repeat(100_000) + "]".repeat(100_000)));
  }

  private static int depth(JsonNode list) {
    return list.isEmpty() ? 1 : 1 + depth(list.path(0));
  }

  @Test
  void numbersOfEveryKindAreWritten() throws Exception {
    ArrayNode numbers = Json.array();
    numbers.add((short) 1).add(2).add(3L).add(0.1f).add(0.1).add(new BigInteger("9".repeat(30)));
    numbers.add(new BigDecimal("1.10")).add(new BigDecimal("1E+30")).add(Double.NaN);
    assertEquals(MAPPER.writeValueAsString(numbers), Json.write(numbers));
  }

  @Property(tries = 300)
  void anyTreeIsWrittenAndReadAsTheMapperDoes(@ForAll long seed, @ForAll String text)
      throws Exception {
    JsonNode tree = tree(new Random(seed), text, 4);
    String written = Json.write(tree);
    assertEquals(MAPPER.writeValueAsString(tree), written);
    assertEquals(MAPPER.readTree(written), Json.read(written));
    assertEquals(MAPPER.readTree(written), MAPPER.readTree(Json.writeIndented(tree)));
  }

  private static JsonNode tree(Random random, String text, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> nodes.textNode(text);
      case 1 -> nodes.numberNode(random.nextInt());
      case 2 -> nodes.numberNode(random.nextLong());
      case 3 -> nodes.numberNode(random.nextGaussian());
      case 4 -> nodes.booleanNode(random.nextBoolean());
      case 5 -> nodes.nullNode();
      case 6 -> {
        ArrayNode list = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(tree(random, text, depth - 1));
        }
        yield list;
      }
      default -> {
        ObjectNode object = nodes.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(text + i, tree(random, text, depth - 1));
        }
        yield object;
      }
    };
  }

  @Test
  void whatCanBeReadCanBeWrittenWithMoreAroundIt() throws Json.Malformed {
    JsonNode deepest = Json.read("[".repeat(900) + "]".repeat(900));
    JsonNode around = Json.array().add(Json.object().set("metadata", deepest));
    assertTrue(Json.write(around).length() > 1_800);
    assertThrows(Json.Malformed.class, () -> Json.read("[".repeat(901) + "]".repeat(901)));
  }
}
