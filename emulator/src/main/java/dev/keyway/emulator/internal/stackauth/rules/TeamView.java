package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.Team;

/** How a team is shown. Absent values are null, not left out. */
public final class TeamView {
  private TeamView() {}

  /** As the caller may see it. */
  public static ObjectNode of(StackAuthProject project, Team team, AccessType viewer) {
    ObjectNode json = Json.object().put("id", team.id());
    add(Who.EVERYBODY, json, team);
    json.put(
        StackAuthTeamRows.PICTURE.wire().orElseThrow().name(),
        UploadedPictures.shown(project, team).orElse(null));
    if (viewer != AccessType.CLIENT) {
      json.put("created_at_millis", team.createdAt().toEpochMilli());
      add(Who.TRUSTED, json, team);
    }
    return json;
  }

  private static void add(Who readers, ObjectNode json, Team team) {
    for (Attribute<?> row : StackAuthTeamRows.TEAM.all()) {
      row.wire()
          .filter(field -> field.readers() == readers)
          .ifPresent(
              field -> json.set(field.name(), PlainValues.tree(team.attributes().written(row))));
    }
  }
}
