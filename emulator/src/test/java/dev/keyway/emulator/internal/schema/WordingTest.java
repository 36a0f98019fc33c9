package dev.keyway.emulator.internal.schema;

import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two services of quite different manners say what is wrong with the same fields. */
class WordingTest {
  /** A service's own forms, with its words. */
  private enum Form implements Constraint<String> {
    EMAIL("must be a valid email", text -> text.contains("@")),
    NOT_EMPTY("must not be empty", text -> !text.isEmpty());

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // The predicates hold no state.
    private final Predicate<String> test;

    Form(String words, Predicate<String> test) {
      this.words = words;
      this.test = test;
    }

    @Override
    public boolean accepts(String text) {
      return test.test(text);
    }
  }

  private static final Field<String> EMAIL =
      text("email").that(Form.EMAIL).that(Form.NOT_EMPTY).length(0, 9);
  private static final Field<List<String>> ROLES = listOf("roles", Type.text());
  private static final Field<Boolean> ACTIVE = flag("active");
  private static final Field<BigDecimal> LIMIT =
      Field.of("limit", Type.whole().that(Range.of(1, 9)));

  private static final ObjectType BODY = ObjectType.of(EMAIL.required(), ROLES, ACTIVE, LIMIT);

  /** Tells the first problem, takes null for nothing and ignores what it does not know. */
  private static final Dialect TERSE = new Dialect(true, Dialect.Unknown.IGNORED, Coercion.NONE);

  /** Tells all problems, takes scalars for each other, and refuses what it does not know. */
  private static final Dialect VERBOSE =
      new Dialect(false, Dialect.Unknown.REFUSED_LAST, WordingTest::loosely);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                              | The field email is required.",
        "{'email':null,'roles':1}        | The field email is required.",
        "{'email':'a@b','x':1,'roles':1} | The field roles must be an array of strings.",
        "{'email':'a@b','roles':['a',1]} | The field roles must be an array of strings.",
        "{'email':'a@b','limit':1.5}     | The field limit must be an integer.",
        "{'email':'a@b','active':'true'} | The field active must be a boolean.",
      })
  void oneTellsTheFirstProblemAndQuotesNothing(String sent, String words) throws Exception {
    Problems problems = Problems.first();
    TERSE.read(BODY, "", Json.read(sent.replace('\'', '"')), problems);

    assertEquals(words, terse(problems.earliest().orElseThrow()));
  }

  @Test
  void theOtherTellsAllProblemsOfAllFieldsAsItsValidatorDoes() throws Exception {
    String sent =
        """
        {"email":"","roles":[5,{}],"active":"maybe","limit":"10.5","nam":1,"surnam":2}""";
    Problems problems = Problems.all();
    VERBOSE.read(BODY, "body", Json.read(sent), problems);

    assertEquals(
        """
        body.email must be a valid email
        body.email must not be empty
        body.roles[1] must be a `string` type, but the final value was: `{}`.
        body.active must be a `boolean` type, but the final value was: `"maybe"`.
        body.limit must be an integer
        body.limit must be less than or equal to 9
        body contains unknown properties: nam, surnam""",
        problems.found().stream().map(WordingTest::verbose).collect(Collectors.joining("\n")));
  }

  @Test
  void valuesThatStandForOthersAreReadAsThose() throws Exception {
    Values values =
        VERBOSE.require(
            BODY,
            "body",
            Json.read("{\"email\":\"a@b\",\"roles\":[5],\"active\":\"TRUE\",\"limit\":\"5.0\"}"),
            problem -> new IllegalStateException(verbose(problem)));

    assertEquals(List.of("5"), values.get(ROLES));
    assertEquals(true, values.get(ACTIVE));
    assertEquals(5, values.get(LIMIT).intValueExact());
  }

  private static String terse(Problem problem) {
    String name = problem.path().replaceFirst("\\[.*", "");
    if (problem.kind() == Problem.Kind.MISSING) {
      return "The field " + name + " is required.";
    }
    boolean inList = problem.path().endsWith("]");
    String wanted =
        switch (problem.type().kinds().get(0)) {
          case TEXT -> inList ? "an array of strings" : "a string";
          case FLAG -> "a boolean";
          case WHOLE, NUMBER -> "an integer";
          case LIST -> "an array of strings";
          case OBJECT -> "an object";
        };
    return "The field " + name + " must be " + wanted + ".";
  }

  private static String verbose(Problem problem) {
    String words =
        switch (problem.kind()) {
          case MISSING -> "must be defined";
          case NULL -> "cannot be null";
          case FRACTION -> "must be an integer";
          case UNKNOWN -> "contains unknown properties: " + String.join(", ", problem.unknown());
          case WRONG_TYPE, MALFORMED, KEY ->
              "must be a `%s` type, but the final value was: `%s`."
                  .formatted(problem.type().kinds().get(0).word(), problem.value());
          case CONSTRAINT -> verbose(problem.broken(), problem.value());
        };
    return problem.path() + " " + words;
  }

  private static String verbose(@Nullable Constraint<?> broken, JsonNode value) {
    if (broken instanceof Form form) {
      return form.words;
    }
    if (broken instanceof Range range) {
      return new BigDecimal(value.asText()).compareTo(range.least()) < 0
          ? "must be greater than or equal to " + range.least()
          : "must be less than or equal to " + range.most();
    }
    return "must be otherwise";
  }

  private static JsonNode loosely(JsonKind wanted, JsonNode sent) {
    if (sent.isContainerNode()) {
      return sent;
    }
    return switch (wanted) {
      case TEXT -> TextNode.valueOf(sent.asText());
      case FLAG ->
          switch (sent.asText().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> sent;
          };
      case WHOLE, NUMBER -> number(sent);
      default -> sent;
    };
  }

  private static JsonNode number(JsonNode sent) {
    try {
      return DecimalNode.valueOf(new BigDecimal(sent.asText().strip()));
    } catch (NumberFormatException e) {
      return sent;
    }
  }
}
