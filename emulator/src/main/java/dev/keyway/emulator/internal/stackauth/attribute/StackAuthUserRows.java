package dev.keyway.emulator.internal.stackauth.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.anything;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.setOf;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.text;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.unlessEmpty;
import static dev.keyway.emulator.internal.attribute.WireField.Who.EVERYBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.NOBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.TRUSTED;
import static dev.keyway.emulator.internal.schema.Type.integer;
import static dev.keyway.emulator.internal.schema.Type.text;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of a user that are plain values, in the order in which the vendor's routes check
 * those that whoever may write them writes as they are.
 */
public final class StackAuthUserRows {
  /** All of them. */
  public static final AttributeRows ALL = new AttributeRows();

  /** Those that a seed has under the vendor's name; the others are common to all vendors there. */
  public static final AttributeRows OWN = new AttributeRows();

  public static final Attribute<Optional<String>> DISPLAY_NAME =
      ALL.add(
          Attribute.of("name", unlessEmpty(text()), Optional.empty(), "Full name")
              .onWire("display_name", EVERYBODY, EVERYBODY)
              .atMost(256));

  public static final Attribute<Optional<String>> PROFILE_IMAGE_URL =
      own(
          Attribute.of(
                  "profileImageUrl",
                  text().orNothing(),
                  Optional.empty(),
                  "Address of the user's picture")
              .onWire("profile_image_url", EVERYBODY, EVERYBODY)
              .atMost(1_000_000));

  public static final Attribute<Optional<Object>> CLIENT_METADATA =
      ALL.add(
          Attribute.of("userWritable", anything(), Optional.empty(), "Users read and write it")
              .onWire("client_metadata", EVERYBODY, EVERYBODY));

  public static final Attribute<Optional<Object>> CLIENT_READ_ONLY_METADATA =
      ALL.add(
          Attribute.of("userReadable", anything(), Optional.empty(), "Users read it")
              .onWire("client_read_only_metadata", EVERYBODY, TRUSTED));

  public static final Attribute<Optional<Object>> SERVER_METADATA =
      ALL.add(
          Attribute.of("serverOnly", anything(), Optional.empty(), "Servers only")
              .onWire("server_metadata", TRUSTED, TRUSTED));

  /** Checked where the vendor's routes check it: at their end, and not in a new user. */
  public static final Attribute<Optional<String>> SELECTED_TEAM_ID =
      own(
          Attribute.of(
                  "selectedTeamId",
                  text("a UUID in lower case", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                      .orNothing(),
                  Optional.empty(),
                  "The team the user looks at")
              .onWire("selected_team_id", EVERYBODY, NOBODY));

  /** Checked where the vendor's routes check it: behind restrictions. */
  public static final Attribute<Optional<String>> COUNTRY_CODE =
      own(
          Attribute.of("countryCode", text().orNothing(), Optional.empty(), "Two letters")
              .onWire("country_code", TRUSTED, NOBODY));

  /** On the wire a part of {@code risk_scores}. */
  public static final Attribute<Integer> BOT_SCORE =
      own(Attribute.of("botScore", integer(0, 100), 0, "0 to 100"));

  /** On the wire a part of {@code risk_scores}. */
  public static final Attribute<Integer> FREE_TRIAL_ABUSE_SCORE =
      own(Attribute.of("freeTrialAbuseScore", integer(0, 100), 0, "0 to 100"));

  /** Project permissions: granted to the user, without what is contained in them. */
  public static final Attribute<Set<String>> PERMISSIONS =
      own(
          Attribute.of(
              "permissions", setOf(text()), Set.of(), "Ids of the project's permissions granted"));

  private StackAuthUserRows() {}

  private static <T> Attribute<T> own(Attribute<T> row) {
    return OWN.add(ALL.add(row));
  }
}
