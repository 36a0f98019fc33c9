package dev.keyway.providers.stackauth.server;

/**
 * Which layer of a project's configuration is written; the environment's goes over the project's.
 */
public enum ConfigLevel {
  /** What all environments of the project share. */
  PROJECT,
  /** What this environment has in its place, secrets above all. */
  ENVIRONMENT
}
