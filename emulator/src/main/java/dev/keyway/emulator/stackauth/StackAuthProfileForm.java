package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.BriefForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;

/** What a member is in a team in a seed: what is not usual. */
final class StackAuthProfileForm implements BriefForm {
  @Override
  public AttributeRows rows() {
    return StackAuthTeamRows.PROFILE;
  }
}
