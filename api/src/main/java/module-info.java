/**
 * Provider-neutral authentication: what applications code against, and what providers implement.
 */
module dev.keyway {
  requires static transitive org.jspecify;

  exports dev.keyway;
  exports dev.keyway.spi;

  uses dev.keyway.spi.AuthProviderFactory;
}
