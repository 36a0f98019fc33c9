package dev.keyway.emulator.internal.stytch.m2m;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.rules.PasswordStrength;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The fields of a machine and their forms, checked in the order in which they stand here. The
 * vendor tells the least length of a secret; the other bounds are inferred.
 */
final class M2mClientFields {
  static final Field<String> ID = Field.text("client_id");
  static final Field<String> SECRET = Field.text("client_secret");
  static final Field<String> NAME = Field.text("client_name");
  static final Field<String> DESCRIPTION = Field.text("client_description");
  static final Field<String> STATUS = Field.text("status");
  static final Field<List<String>> SCOPES = Bodies.texts("scopes");

  private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9._|~-]{1,128}");

  /** A scope-token of RFC 6749, section 3.3. */
  private static final Pattern SCOPE_FORM = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}");

  private static final int SHORTEST_SECRET = 8;
  private static final int LONGEST_SECRET = 72;
  private static final int SECRET_BYTES = 36;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int MOST_SCOPES = 100;

  private M2mClientFields() {}

  static String id(String value) {
    if (!ID_FORM.matcher(value).matches()) {
      throw StytchError.M2M_CLIENT_INVALID_CLIENT_ID.failure();
    }
    return value;
  }

  /** A secret that a caller chose. */
  static String secret(String value, PasswordStrength strength) {
    if (value.length() < SHORTEST_SECRET) {
      throw StytchError.M2M_CLIENT_INVALID_CLIENT_SECRET.failure();
    }
    if (value.length() > LONGEST_SECRET) {
      throw StytchError.CLIENT_SECRET_TOO_LONG.failure();
    }
    if (!strength.hardToGuess(value)) {
      throw StytchError.INSECURE_M2M_CLIENT_SECRET.failure();
    }
    return value;
  }

  static String randomSecret(StytchCall call) {
    return call.random().base64Url(SECRET_BYTES);
  }

  static String name(String value) {
    return atMost(LONGEST_NAME, value, StytchError.M2M_CLIENT_INVALID_CLIENT_NAME);
  }

  static String description(String value) {
    return atMost(LONGEST_DESCRIPTION, value, StytchError.M2M_CLIENT_INVALID_CLIENT_DESCRIPTION);
  }

  /** Whether a status is that of an active client. */
  static boolean active(String status) {
    return switch (status) {
      case "active" -> true;
      case "inactive" -> false;
      default -> throw StytchError.INVALID_M2M_CLIENT_STATUS.failure();
    };
  }

  static List<String> scopes(List<String> values) {
    if (values.size() > MOST_SCOPES) {
      throw StytchError.TOO_MANY_M2M_CLIENT_SCOPES.failure();
    }
    if (values.stream().anyMatch(scope -> !SCOPE_FORM.matcher(scope).matches())) {
      throw StytchError.INVALID_M2M_CLIENT_SCOPE.failure();
    }
    return values.stream().distinct().toList();
  }

  private static String atMost(int most, String value, StytchError otherwise) {
    if (value.length() > most) {
      throw otherwise.failure();
    }
    return value;
  }
}
