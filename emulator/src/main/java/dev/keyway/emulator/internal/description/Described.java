package dev.keyway.emulator.internal.description;

import dev.keyway.emulator.internal.schema.Type;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component with all that is said of it.
 *
 * @param component the component
 * @param description in words; empty if nobody said anything
 * @param text the type of its text, or of each text of its list
 */
public record Described(
    RecordComponent component, Optional<Description> description, Type<String> text) {

  /** Reads the annotations of a component. */
  public static Described of(RecordComponent component) {
    Optional<Description> description =
        Optional.ofNullable(component.getAnnotation(Description.class));
    TextForm own = component.getAnnotation(TextForm.class);
    Type<String> text =
        own == null
            ? description.map(Description::format).orElse(Format.ANY).type()
            : Type.text().that(Format.TEST_DATA).that(OwnForm.of(own));
    return new Described(component, description, text);
  }

  /** How it stands in a file if it is made of attributes. */
  public Optional<AttributeForm<Object>> attributes() {
    return attributed().map(Attributed::by).map(Described::made);
  }

  /** What the schema calls the object of its attributes; empty if they stand by themselves. */
  public String object() {
    return attributed().map(Attributed::object).orElse("");
  }

  private Optional<Attributed> attributed() {
    return Optional.ofNullable(component.getAnnotation(Attributed.class));
  }

  @SuppressWarnings("unchecked") // Its value is read and written by reflection.
  private static AttributeForm<Object> made(Class<? extends AttributeForm<?>> form) {
    try {
      Constructor<? extends AttributeForm<?>> constructor = form.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (AttributeForm<Object>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + form.getName(), e);
    }
  }

  /** What it means; empty if nobody said anything. */
  public String says() {
    return description.map(Description::value).orElse("");
  }

  /** Whether it is a list. */
  public boolean list() {
    return component.getType() == List.class;
  }

  /** Whether it must be there. */
  public boolean required() {
    return !nullable() && (!list() || description.map(Description::required).orElse(false));
  }

  /** Whether an empty list says the same as none. */
  public boolean optionalList() {
    return list() && !nullable() && !required();
  }

  private boolean nullable() {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
