package dev.keyway.providers.stackauth.rules;

import java.util.regex.Pattern;

/** The form of Stack Auth's ids. */
public final class Uuids {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /**
   * Anything else would be a schema error there, and {@code me} would mean somebody else than was
   * asked for.
   */
  public static boolean isUuid(String id) {
    return FORM.matcher(id).matches();
  }
}
