package dev.keyway.emulator.declared;

import java.util.Locale;

/** What can be wrong with a request. */
enum Fault {
  WRONG_METHOD,
  NO_CREDENTIALS,
  INCOMPLETE_CREDENTIALS,
  WRONG_CREDENTIALS,
  ANOTHER_PROJECTS_CREDENTIALS,
  TOO_FEW_RIGHTS,
  WRONG_CONTENT_TYPE,
  EMPTY_BODY,
  BROKEN_JSON,
  NOT_AN_OBJECT,
  MISSING,
  NULL,
  WRONG_TYPE,
  OVER_LONG,
  OUT_OF_RANGE,
  UNLISTED_VALUE,
  WRONG_FORM,
  UNKNOWN_FIELD,
  UNKNOWN_ID,
  ANOTHER_PROJECTS_ID;

  /** As the coverage page says it. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("projects", "project's");
  }
}
