package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.stackauth.StackAuthPermission;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Locale;

/** What a permission is for. */
public enum PermissionScope {
  /** What a member may do in a team. */
  TEAM,
  /** What a user may do whatever their team. */
  PROJECT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The permissions of this scope that a project defines itself. */
  public List<StackAuthPermission> definedIn(StackAuthSettings settings) {
    return this == TEAM ? settings.teamPermissions() : settings.projectPermissions();
  }

  /** Puts other definitions in place of the project's. */
  public StackAuthSettings.Builder define(
      StackAuthSettings.Builder settings, List<StackAuthPermission> all) {
    return this == TEAM ? settings.teamPermissions(all) : settings.projectPermissions(all);
  }
}
