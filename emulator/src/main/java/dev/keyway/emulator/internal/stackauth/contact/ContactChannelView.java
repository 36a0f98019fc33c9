package dev.keyway.emulator.internal.stackauth.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;

/** How a contact channel is shown. */
final class ContactChannelView {
  private ContactChannelView() {}

  static ObjectNode of(StackAuthUser user, Address channel) {
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
