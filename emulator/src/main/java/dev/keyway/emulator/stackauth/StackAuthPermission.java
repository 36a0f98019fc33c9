package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A permission that a project defines.
 *
 * @param id lower-case letters, digits, {@code _} and {@code :}; unique among all permissions of
 *     the project, those for teams and the others
 * @param description in words; null for none
 * @param contains ids of other permissions that whoever has this one has too
 */
public record StackAuthPermission(String id, @Nullable String description, List<String> contains) {

  /** Keeps a copy of the list. */
  public StackAuthPermission {
    contains = List.copyOf(contains);
  }

  static StackAuthPermission of(Attributes parts) {
    return new StackAuthPermission(
        parts.get(StackAuthSettingRows.PERMISSION_ID),
        parts.get(StackAuthSettingRows.PERMISSION_DESCRIPTION).orElse(null),
        parts.get(StackAuthSettingRows.CONTAINED_PERMISSIONS));
  }

  Attributes parts() {
    return Attributes.usual(StackAuthSettingRows.PERMISSION)
        .with(StackAuthSettingRows.PERMISSION_ID, id)
        .with(StackAuthSettingRows.PERMISSION_DESCRIPTION, Optional.ofNullable(description))
        .with(StackAuthSettingRows.CONTAINED_PERMISSIONS, contains);
  }
}
