package dev.keyway.emulator.internal.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page says after a form was sent. The address carries the name only, never the words. */
enum Notice {
  WORLD_OPENED("The world is open. Its keys are under Connect."),
  WORLD_RESET("The world is empty again. Ids, keys and settings stayed."),
  WORLD_CLOSED("The world is closed. Requests with its credentials are refused from " + "now on."),
  INBOX_CLEARED("The inbox is empty."),
  REDELIVERED("The message will be delivered once more."),
  WEBHOOKS_CLEARED("All events are forgotten. Nothing of them is delivered any more."),
  WEBHOOK_REDELIVERED("The event was signed anew and goes to each receiver once more."),
  RECEIVER_ADDED("Events that are made from now on are delivered there."),
  RECEIVER_REMOVED("Nothing is delivered there any more."),
  BOUNCING("Messages to that address bounce from now on."),
  NOT_BOUNCING("Messages to that address arrive again."),
  LOCKED("The user is locked."),
  UNLOCKED("The user is unlocked."),
  SESSIONS_REVOKED("All sessions of the user have ended."),
  NO_SESSIONS("The user had no session."),
  SETTINGS_CHANGED("The settings were changed."),
  HTTPS_OPEN("HTTPS is open."),
  DECISION_QUEUED("The next authorization gets this decision, without a consent page."),
  ACCOUNT_ADDED("The account was added to the consent page."),
  SOCIAL_CLEARED("Accounts and decisions are forgotten."),
  LEDGER_CLEARED("The ledger is empty. The numbers of requests continue."),
  FAULT_ADDED("The fault was added."),
  LIMITS_ADDED("The vendors' rate limits are on."),
  FAULT_REMOVED("The fault was removed."),
  FAULTS_CLEARED("All faults were removed and all held requests continued."),
  RELEASED("The held requests continued."),
  CLOCK_MOVED("The clock was moved."),
  CLOCK_FROZEN("The clock is frozen."),
  CLOCK_RUNNING("The clock runs."),
  CLOCK_RESET("The clock shows this machine's time again.");

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
