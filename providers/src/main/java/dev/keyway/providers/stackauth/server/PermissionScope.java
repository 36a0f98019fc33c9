package dev.keyway.providers.stackauth.server;

/** Where a permission is given. */
public enum PermissionScope {
  /** To users, for all of the project. */
  PROJECT,
  /** To members, for one team. */
  TEAM
}
