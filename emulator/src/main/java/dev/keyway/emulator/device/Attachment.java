package dev.keyway.emulator.device;

/** Where the virtual authenticator is. */
public enum Attachment {
  /** Built into the device. */
  PLATFORM("platform"),
  /** A key of its own that one carries along. */
  CROSS_PLATFORM("cross-platform");

  private final String jsonName;

  Attachment(String jsonName) {
    this.jsonName = jsonName;
  }

  String jsonName() {
    return jsonName;
  }
}
