package dev.keyway.emulator;

import java.util.List;

/**
 * Every request that reached one world, in the order in which answers were made. Redaction is part
 * of recording and cannot be switched off. Holds the latest {@value #CAPACITY} entries.
 */
public interface Ledger {

  /** How many entries are kept; older ones are dropped. */
  int CAPACITY = 10_000;

  /** All entries, oldest first: a snapshot. */
  List<LedgerEntry> entries();

  /** The entries of one operation, oldest first. */
  List<LedgerEntry> entries(String operation);

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
