package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import java.time.Instant;

/**
 * A team. Immutable; {@link Teams} keeps the present state of each.
 *
 * @param id unique in the project
 * @param createdAt when it was made
 * @param attributes what is a plain value
 */
public record Team(String id, Instant createdAt, Attributes attributes) {
  public <T> T get(Attribute<T> row) {
    return attributes.get(row);
  }

  /** The same with other plain values. */
  public Team with(Attributes changed) {
    return new Team(id, createdAt, changed);
  }
}
