package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.BriefForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;

/** A team's attributes in a seed: what is not usual. */
final class StackAuthTeamForm implements BriefForm {
  @Override
  public AttributeRows rows() {
    return StackAuthTeamRows.TEAM;
  }
}
