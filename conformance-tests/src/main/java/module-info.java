/** The suite that every provider of the neutral interfaces has to pass. */
module dev.keyway.conformance {
  requires transitive dev.keyway;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.keyway.conformance;

  // Rules are methods that only JUnit calls.
  opens dev.keyway.conformance to
      org.junit.platform.commons;
}
