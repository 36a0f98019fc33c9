package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;
import java.util.Locale;

/** Why a user may do little. The order is that of precedence. */
enum RestrictedReason {
  ANONYMOUS,
  EMAIL_NOT_VERIFIED,
  RESTRICTED_BY_ADMINISTRATOR;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  ObjectNode json() {
    return Json.object().put("type", wireName());
  }
}
