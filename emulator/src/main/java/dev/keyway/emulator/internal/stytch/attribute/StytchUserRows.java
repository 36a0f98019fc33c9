package dev.keyway.emulator.internal.stytch.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.distinctListOf;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.text;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.tree;
import static dev.keyway.emulator.internal.attribute.WireField.Who.NOBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.TRUSTED;
import static dev.keyway.emulator.internal.schema.Type.flag;
import static dev.keyway.emulator.internal.schema.Type.integer;
import static dev.keyway.emulator.internal.schema.Type.text;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a user that are plain values. The vendor has an error of its own for nearly
 * every field, so nobody writes one on the wire as it is: the routes check and set them.
 */
public final class StytchUserRows {
  /** All of them. */
  public static final AttributeRows ALL = new AttributeRows();

  /** Those that a seed has under the vendor's name; the others are common to all vendors there. */
  public static final AttributeRows OWN = new AttributeRows();

  /** Unique in the project, which the index of users watches. */
  public static final Attribute<Optional<String>> EXTERNAL_ID =
      own(
          Attribute.of(
                  "externalId",
                  text(
                          "1 to 128 letters, digits, dots, underscores, bars, hyphens",
                          "[A-Za-z0-9._|-]{1,128}")
                      .orNothing(),
                  Optional.empty(),
                  "The application's own id of the user")
              .onWire("external_id", TRUSTED, NOBODY));

  /** On the wire the {@code status}. */
  public static final Attribute<Boolean> PENDING =
      own(Attribute.of("pending", flag(), false, "Whether the user has not proved anything yet"));

  public static final Attribute<Boolean> INVITED =
      own(Attribute.of("invited", flag(), false, "Whether the user was only invited"));

  /** On the wire with the role that everybody has. */
  public static final Attribute<List<String>> ROLES =
      own(
          Attribute.of(
              "roles",
              distinctListOf(text()),
              List.of(),
              "Roles of the project's access policy, besides stytch_user"));

  public static final Attribute<Integer> FAILED_ATTEMPTS =
      own(
          Attribute.of(
              "failedAttempts", integer(0, Integer.MAX_VALUE), 0, "Attempts that failed in a row"));

  public static final Attribute<Map<String, Object>> TRUSTED_METADATA =
      ALL.add(
          Attribute.of("userReadable", tree(), Map.of(), "Users read it")
              .onWire("trusted_metadata", TRUSTED, NOBODY));

  public static final Attribute<Map<String, Object>> UNTRUSTED_METADATA =
      ALL.add(
          Attribute.of("userWritable", tree(), Map.of(), "Users read and write it")
              .onWire("untrusted_metadata", TRUSTED, NOBODY));

  private StytchUserRows() {}

  private static <T> Attribute<T> own(Attribute<T> row) {
    return OWN.add(ALL.add(row));
  }
}
