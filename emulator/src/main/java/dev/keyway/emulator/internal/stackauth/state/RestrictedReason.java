package dev.keyway.emulator.internal.stackauth.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.Locale;

/** Why a user may do little. The order is that of precedence. */
public enum RestrictedReason {
  ANONYMOUS,
  EMAIL_NOT_VERIFIED,
  RESTRICTED_BY_ADMINISTRATOR;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public ObjectNode json() {
    return Json.object().put("type", wireName());
  }
}
