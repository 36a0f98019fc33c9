package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.http.Json;

/** How a contact channel is shown. */
final class ContactChannelView {
  private ContactChannelView() {}

  static ObjectNode of(StackUser user, Address channel) {
    return Json.object()
        .put("user_id", user.id())
        .put("id", channel.id())
        .put("value", channel.value())
        .put("type", "email")
        .put("used_for_auth", channel.identifying())
        .put("is_verified", channel.verified())
        .put("is_primary", channel.id().equals(user.primaryEmailId));
  }
}
