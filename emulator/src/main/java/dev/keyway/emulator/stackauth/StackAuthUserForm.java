package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.BriefForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;

/** A user's attributes in a seed: those that are not usual. */
final class StackAuthUserForm implements BriefForm {
  @Override
  public AttributeRows rows() {
    return StackAuthUserRows.OWN;
  }
}
