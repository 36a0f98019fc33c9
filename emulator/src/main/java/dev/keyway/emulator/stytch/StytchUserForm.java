package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.BriefForm;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;

/** A user's attributes in a seed: those that are not usual. */
final class StytchUserForm implements BriefForm {
  @Override
  public AttributeRows rows() {
    return StytchUserRows.OWN;
  }
}
