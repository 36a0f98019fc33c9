package dev.keyway.emulator;

import java.util.List;
import java.util.Optional;

/**
 * Every request that reached one world, in the order in which answers were made. Redaction is part
 * of recording and cannot be switched off. Holds the latest {@value #CAPACITY} entries, and none
 * that is 400 days older than the latest by the world's clock.
 */
public interface Ledger {

  /** How many entries are kept; older ones are dropped. */
  int CAPACITY = 10_000;

  /** All entries, oldest first: a snapshot. */
  List<LedgerEntry> entries();

  /** The entries of one operation, oldest first. */
  List<LedgerEntry> entries(String operation);

  /**
   * The request that was answered with that id of the vendor, as {@code ProviderError.requestId()}
   * of the library or a log tells it.
   */
  default Optional<LedgerEntry> find(String requestId) {
    return entries().stream().filter(entry -> requestId.equals(entry.requestId())).findFirst();
  }

  /**
   * The requests about one user, oldest first.
   *
   * @param user a user id, an e-mail address in any case of its letters, or a phone number
   */
  default List<LedgerEntry> entriesAbout(String user) {
    return entries().stream()
        .filter(
            entry ->
                user.equals(entry.userId())
                    || (entry.address() != null && user.equalsIgnoreCase(entry.address())))
        .toList();
  }

  /** How many requests of one operation were answered. */
  default int count(String operation) {
    return entries(operation).size();
  }

  /**
   * Demands that these operations were answered in this order; others may have come between them.
   * One that is named twice must have come twice.
   *
   * @throws AssertionError if they were not; it says what came instead, and what came near it
   * @throws IllegalArgumentException if there is no such operation, so that a misspelt name does
   *     not pass for a test
   */
  void verify(String... operationsInOrder);

  /**
   * Demands that an operation was answered exactly that often.
   *
   * @throws AssertionError if it was not; it says what came instead, and what came near it
   * @throws IllegalArgumentException if there is no such operation
   */
  void verifyCount(String operation, int count);

  /** Forgets all entries; numbering goes on. */
  void clear();
}
