package dev.keyway.emulator.internal.stackauth.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.anything;
import static dev.keyway.emulator.internal.attribute.WireField.Who.EVERYBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.TRUSTED;
import static dev.keyway.emulator.internal.schema.Type.text;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import java.util.Optional;

/** The attributes of a team, and those of what a member is in it. */
public final class StackAuthTeamRows {
  /** A team's. */
  public static final AttributeRows TEAM = new AttributeRows();

  /** A member's: what is not set is the user's own. */
  public static final AttributeRows PROFILE = new AttributeRows();

  public static final Attribute<String> NAME =
      TEAM.add(
          Attribute.of("name", text(), "", "What the team is called")
              .usually("empty")
              .onWire("display_name", EVERYBODY, EVERYBODY)
              .atMost(256));

  public static final Attribute<Optional<String>> PICTURE = TEAM.add(picture("team"));

  public static final Attribute<Optional<Object>> CLIENT_METADATA =
      TEAM.add(
          Attribute.of("userWritable", anything(), Optional.empty(), "Members read and write it")
              .onWire("client_metadata", EVERYBODY, EVERYBODY));

  public static final Attribute<Optional<Object>> CLIENT_READ_ONLY_METADATA =
      TEAM.add(
          Attribute.of("userReadable", anything(), Optional.empty(), "Members read it")
              .onWire("client_read_only_metadata", EVERYBODY, TRUSTED));

  public static final Attribute<Optional<Object>> SERVER_METADATA =
      TEAM.add(
          Attribute.of("serverOnly", anything(), Optional.empty(), "Servers only")
              .onWire("server_metadata", TRUSTED, TRUSTED));

  public static final Attribute<Optional<String>> PROFILE_NAME =
      PROFILE.add(
          Attribute.of(
                  "name", text().orNothing(), Optional.empty(), "What the user is called there")
              .onWire("display_name", EVERYBODY, EVERYBODY)
              .atMost(256));

  public static final Attribute<Optional<String>> PROFILE_PICTURE = PROFILE.add(picture("user"));

  private StackAuthTeamRows() {}

  private static Attribute<Optional<String>> picture(String whose) {
    return Attribute.of(
            "profileImageUrl",
            text().orNothing(),
            Optional.empty(),
            "Address of the " + whose + "'s picture")
        .onWire("profile_image_url", EVERYBODY, EVERYBODY)
        .atMost(1_000_000);
  }
}
