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

  /** Forgets all entries; numbering goes on. */
  void clear();
}
