package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final Directory<String> directory = new Directory<>();

  @Test
  void aNameIsOfOneProject() {
    directory.add("name", "one");

    assertThrows(IllegalStateException.class, () -> directory.add("name", "other"));
    assertEquals(Optional.of("one"), directory.find("name"));
    assertEquals(Optional.empty(), directory.find("another name"));
    assertEquals(Optional.empty(), directory.find(null));
  }

  @Test
  void aProjectGivesUpItsOwnNamesOnly() {
    directory.add("name", "one");
    directory.remove("name", "other");
    assertEquals(Optional.of("one"), directory.find("name"));
    directory.remove("name", "one");
    assertEquals(Optional.empty(), directory.find("name"));
  }
}
