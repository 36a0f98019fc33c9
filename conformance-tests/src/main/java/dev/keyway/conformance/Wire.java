package dev.keyway.conformance;

/** What reached the provider, counted at its end. */
public interface Wire {

  /** How many requests came in so far, those without an answer included. */
  int requests();

  /** How many of them were not mere reads: those that may create, send or consume. */
  int writes();
}
