package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Spot;
import dev.keyway.emulator.internal.schema.Suggestion;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All attributes of something, in the order in which they are shown. Filled once, by its owner. */
public final class AttributeRows {
  private final List<Attribute<?>> rows = new ArrayList<>();

  /**
   * Adds a row.
   *
   * @throws IllegalStateException if there is one of its name
   */
  public <T> Attribute<T> add(Attribute<T> row) {
    if (find(row.name()).isPresent()) {
      throw new IllegalStateException("There are two attributes " + row.name());
    }
    rows.add(row);
    return row;
  }

  /** All. */
  public List<Attribute<?>> all() {
    return List.copyOf(rows);
  }

  /** The row of that name. */
  public Optional<Attribute<?>> find(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  /**
   * The row of that name.
   *
   * @param path what to call it
   * @throws InvalidAttribute if there is none
   */
  Attribute<?> get(String path, String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidAttribute(
                    path,
                    "is not known here; "
                        + Suggestion.known(rows.stream().map(Attribute::name).toList(), name)));
  }

  /**
   * What they are the fields of.
   *
   * @param name what documents call it; empty if they describe it where it stands
   */
  public Type<Attributes> type(String name) {
    return ObjectType.of(name, rows.stream().map(Attribute::field).toList())
        .obeying(this::refuseWhatIsNotThere)
        .as(Conversion.of(values -> Attributes.of(this, values), Attributes::values));
  }

  private void refuseWhatIsNotThere(Values values, Spot spot) {
    for (Attribute<?> row : rows) {
      Attribute.Condition<?> condition = row.condition().orElse(null);
      if (condition != null && values.has(row.field()) && !condition.holds(values)) {
        spot.broken(row.field(), Form.only(String.valueOf(condition.value())));
      }
    }
  }

  /** No value yet. */
  Values.Builder values() {
    return ObjectType.of("", rows.stream().map(Attribute::field).toList()).values();
  }
}
