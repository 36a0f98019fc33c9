package dev.keyway.emulator.internal.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page says after a form was sent. The address carries the name only, never the words. */
enum Notice {
  WORLD_OPENED("The world is open. Its keys are under Connect."),
  WORLD_RESET("The world is empty again. Ids, keys and settings stayed."),
  WORLD_CLOSED("The world is closed. Its credentials are unknown from now on."),
  INBOX_CLEARED("The inbox is empty."),
  REDELIVERED("The message will be handed out once more."),
  BOUNCING("Messages to that address bounce from now on."),
  NOT_BOUNCING("Messages to that address arrive again."),
  LOCKED("The user is locked."),
  UNLOCKED("The user is unlocked."),
  SESSIONS_REVOKED("All sessions of the user have ended."),
  NO_SESSIONS("The user had no session."),
  SETTINGS_CHANGED("The settings are in force."),
  HTTPS_OPEN("HTTPS is open."),
  DECISION_QUEUED("The next authorization will be answered so, without a page."),
  ACCOUNT_ADDED("The account is in the picker."),
  SOCIAL_CLEARED("Accounts and decisions are forgotten."),
  LEDGER_CLEARED("The ledger is empty. Numbering goes on."),
  FAULT_ADDED("The fault is armed."),
  LIMITS_ADDED("The vendor's real rate limits are in force."),
  FAULT_REMOVED("The fault is gone."),
  FAULTS_CLEARED("All faults are gone and all held requests went on."),
  RELEASED("The held requests went on."),
  CLOCK_MOVED("The clock was moved."),
  CLOCK_FROZEN("The clock stands still."),
  CLOCK_RUNNING("The clock runs on."),
  CLOCK_RESET("The clock runs with this machine's time again.");

  static final String PARAMETER = "done";

  private final String words;

  Notice(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Notice> of(String code) {
    return Arrays.stream(values()).filter(notice -> notice.code().equals(code)).findFirst();
  }
}
