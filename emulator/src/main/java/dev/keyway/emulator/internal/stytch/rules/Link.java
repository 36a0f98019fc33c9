package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.state.Attributes;

/** What is known of a link's token: whose it is, and what binds it to who asked for it. */
public sealed interface Link {
  /** Who it signs in. */
  String userId();

  /** The PKCE challenge; empty when there is none. */
  String challenge();

  /** Those of the browser that asked for it. */
  Attributes attributes();

  /**
   * A link that went out by mail, and proves the address.
   *
   * @param userId who it signs in
   * @param addressId where it was sent
   * @param challenge the PKCE challenge; empty when there is none
   * @param attributes those of the browser that asked for it
   */
  record Mailed(String userId, String addressId, String challenge, Attributes attributes)
      implements Link {}

  /**
   * A link that the application asked for and delivers itself: it proves no address.
   *
   * @param userId who it signs in
   * @param methodId the link as a factor
   * @param attributes those of the browser that asked for it
   */
  record Embedded(String userId, String methodId, Attributes attributes) implements Link {
    @Override
    public String challenge() {
      return "";
    }
  }
}
