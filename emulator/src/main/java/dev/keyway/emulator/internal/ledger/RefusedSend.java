package dev.keyway.emulator.internal.ledger;

import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why an awaited message never came: the last request that should have sent one and was refused.
 */
public final class RefusedSend {
  private static final int FIRST_REFUSAL = 400;

  /** What operations that send are called by, at either vendor. */
  private static final Set<String> WORDS = Set.of("send", "invite");

  private static final List<String> PHRASES =
      List.of(
          "email-login-or-create",
          "sms-login-or-create",
          "whatsapp-login-or-create",
          "email-reset-start");

  private RefusedSend() {}

  /** The last one in words: operation, status and error code, and nothing that was sent. */
  public static Optional<String> lastIn(Ledger ledger) {
    List<LedgerEntry> entries = ledger.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      LedgerEntry entry = entries.get(i);
      if (sends(entry.operation()) && refused(entry)) {
        return Optional.of(words(entry));
      }
    }
    return Optional.empty();
  }

  /** Whether an operation sends a message when it succeeds. */
  static boolean sends(String operation) {
    String last = operation.substring(operation.lastIndexOf('.') + 1);
    return PHRASES.stream().anyMatch(last::endsWith)
        || (Arrays.stream(last.split("-", -1)).anyMatch(WORDS::contains)
            && !last.contains("revoke"));
  }

  private static boolean refused(LedgerEntry entry) {
    return entry.status() == 0 || entry.status() >= FIRST_REFUSAL;
  }

  private static String words(LedgerEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s with %s%s",
        entry.operation(),
        entry.status() == 0 ? "no response" : Integer.toString(entry.status()),
        entry.errorCode() == null ? "" : " " + entry.errorCode());
  }
}
