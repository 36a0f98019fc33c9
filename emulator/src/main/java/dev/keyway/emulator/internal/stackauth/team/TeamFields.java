package dev.keyway.emulator.internal.stackauth.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.attribute.Control;
import dev.keyway.emulator.internal.attribute.WireField;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Length;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a caller may write of a team and of a member: clients least, servers more. */
final class TeamFields {
  private static final WireField PICTURE = StackAuthTeamRows.PICTURE.wire().orElseThrow();

  /** The picture that a client uploads. */
  static final Field<String> UPLOADED_PICTURE = picture(Field.text(PICTURE.name()));

  /** The picture that a server names. */
  private static final Field<String> NAMED_PICTURE = picture(Fields.url(PICTURE.name()));

  static final Field<String> CREATOR = Fields.userId("creator_user_id");

  private static final Field<String> NAME =
      Field.of(
          StackAuthTeamRows.NAME.wire().orElseThrow().name(),
          text(StackAuthTeamRows.NAME.wire().orElseThrow()));

  /** What clients may change of a team. */
  static final ObjectType CLIENT_CHANGE =
      ObjectType.of("", team(Who.EVERYBODY, NAME, UPLOADED_PICTURE));

  /** What servers may change of a team. */
  static final ObjectType SERVER_CHANGE =
      ObjectType.of("", team(Who.EVERYBODY, NAME, NAMED_PICTURE))
          .and(team(Who.TRUSTED, NAME, NAMED_PICTURE));

  /** What clients may say of a new team. */
  static final ObjectType CLIENT_CREATION =
      ObjectType.of("", team(Who.EVERYBODY, NAME.required(), UPLOADED_PICTURE)).and(CREATOR);

  /** What servers may say of a new team. */
  static final ObjectType SERVER_CREATION =
      ObjectType.of("", team(Who.EVERYBODY, NAME.required(), NAMED_PICTURE))
          .and(team(Who.TRUSTED, NAME, NAMED_PICTURE))
          .and(CREATOR);

  /** What clients may change of a member. */
  static final ObjectType CLIENT_PROFILE = profile(UPLOADED_PICTURE);

  /** What servers may change of a member. */
  static final ObjectType SERVER_PROFILE = profile(NAMED_PICTURE);

  private TeamFields() {}

  /**
   * What a caller wrote, over what was there.
   *
   * @param picture what the present one is shown as: who writes that back changes nothing
   */
  static Attributes applied(
      StackAuthCall call, AttributeRows rows, Attributes present, Optional<String> picture) {
    ObjectNode fields = call.tree();
    Attributes changed = present;
    for (Attribute<?> row : rows.all()) {
      Optional<JsonNode> value = row.wire().map(field -> fields.get(field.name()));
      if (value.isPresent()
          && !(row.wire().orElseThrow().name().equals(PICTURE.name())
              && picture.isPresent()
              && picture.equals(value.map(JsonNode::textValue)))) {
        changed = changed.with(row.name(), PlainValues.of(value.get()));
      }
    }
    return changed;
  }

  private static List<Field<?>> team(Who writers, Field<String> name, Field<String> picture) {
    List<Field<?>> fields = new ArrayList<>();
    for (Attribute<?> row : StackAuthTeamRows.TEAM.all()) {
      row.wire()
          .filter(field -> field.writers() == writers)
          .map(
              field ->
                  row == StackAuthTeamRows.NAME
                      ? name
                      : row == StackAuthTeamRows.PICTURE ? picture : field(row, field))
          .ifPresent(fields::add);
    }
    return fields;
  }

  private static ObjectType profile(Field<String> picture) {
    List<Field<?>> fields = new ArrayList<>();
    for (Attribute<?> row : StackAuthTeamRows.PROFILE.all()) {
      row.wire()
          .map(field -> row == StackAuthTeamRows.PROFILE_PICTURE ? picture : field(row, field))
          .ifPresent(fields::add);
    }
    return ObjectType.of("", fields);
  }

  private static Field<?> field(Attribute<?> row, WireField field) {
    return row.control() == Control.TREE
        ? Field.any(field.name())
        : Field.of(field.name(), text(field)).nullable();
  }

  private static Type<String> text(WireField field) {
    return Type.text().that(new Length(0, field.longest()));
  }

  private static Field<String> picture(Field<String> text) {
    return text.that(new Length(0, PICTURE.longest())).nullable();
  }
}
