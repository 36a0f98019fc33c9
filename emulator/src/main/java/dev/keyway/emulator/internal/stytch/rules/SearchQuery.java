package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The query of a search: filters by name, of which all or any must accept what is found. */
public final class SearchQuery {
  private static final Field<String> OPERATOR = Field.text("operator");
  private static final Field<JsonNode> OPERANDS = Field.any("operands");

  /** Its filters have errors of their own, and are judged when they are read. */
  public static final Field<Values> QUERY =
      Field.of("query", ObjectType.of(OPERATOR.required(), OPERANDS));

  private SearchQuery() {}

  /**
   * What is refused, and how.
   *
   * @param operator one that is neither AND nor OR
   * @param missingName a filter without a name
   * @param nameNotText a filter whose name is no text
   * @param unknownName a filter that there is not
   * @param missingValue a filter without a value
   */
  public record Refusals(
      StytchError operator,
      StytchError missingName,
      StytchError nameNotText,
      StytchError unknownName,
      StytchError missingValue) {
    public Set<StytchError> all() {
      return Set.of(operator, missingName, nameNotText, unknownName, missingValue);
    }
  }

  /** What a query asks for; one without filters, and no query, asks for everything. */
  public static <T> Predicate<T> read(
      Optional<Values> query,
      Map<String, Function<JsonNode, Predicate<T>>> filters,
      Refusals refusals) {
    if (query.isEmpty()) {
      return found -> true;
    }
    String operator = query.get().get(OPERATOR).toUpperCase(Locale.ROOT);
    if (!operator.equals("AND") && !operator.equals("OR")) {
      throw refusals.operator.failure();
    }
    List<Predicate<T>> wanted = new ArrayList<>();
    Optional<JsonNode> operands = query.get().find(OPERANDS);
    if (operands.filter(given -> !given.isArray()).isPresent()) {
      throw StytchError.BAD_REQUEST.failure("The field query.operands must be an array.");
    }
    operands.ifPresent(all -> all.forEach(one -> wanted.add(filter(one, filters, refusals))));
    if (operator.equals("OR") && !wanted.isEmpty()) {
      return found -> wanted.stream().anyMatch(filter -> filter.test(found));
    }
    return found -> wanted.stream().allMatch(filter -> filter.test(found));
  }

  private static <T> Predicate<T> filter(
      JsonNode operand, Map<String, Function<JsonNode, Predicate<T>>> filters, Refusals refusals) {
    if (!operand.isObject()) {
      throw StytchError.BAD_REQUEST.failure("An operand must be an object.");
    }
    JsonNode name = operand.path("filter_name");
    if (name.isMissingNode() || name.isNull()) {
      throw refusals.missingName.failure();
    }
    if (!name.isTextual()) {
      throw refusals.nameNotText.failure();
    }
    Function<JsonNode, Predicate<T>> filter = filters.get(name.textValue());
    if (filter == null) {
      throw refusals.unknownName.failure();
    }
    JsonNode value = operand.path("filter_value");
    if (value.isMissingNode() || value.isNull()) {
      throw refusals.missingValue.failure();
    }
    return filter.apply(value);
  }

  /** The texts of a filter's value. */
  public static List<String> texts(JsonNode value, StytchError otherwise) {
    if (!value.isArray()) {
      throw otherwise.failure();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw otherwise.failure();
      }
      texts.add(element.textValue());
    }
    return texts;
  }
}
