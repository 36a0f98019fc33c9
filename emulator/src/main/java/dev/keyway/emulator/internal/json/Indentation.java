package dev.keyway.emulator.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** JSON for people: two blanks a level, and one after a colon. */
final class Indentation extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  Indentation() {
    indentObjectsWith(new DefaultIndenter("  ", "\n"));
    indentArraysWith(new DefaultIndenter("  ", "\n"));
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new Indentation();
  }

  // The separators themselves can be set in Jackson 2.16 and newer only.
  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }
}
