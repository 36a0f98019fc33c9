package dev.keyway.emulator.internal.html;

import java.util.List;

/** Pieces without an element around them. */
record Fragment(List<? extends Html> pieces) implements Html {
  @Override
  public void writeTo(StringBuilder out) {
    pieces.forEach(piece -> piece.writeTo(out));
  }
}
