package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.Attributed;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Stack Auth project. What is not pinned is made at random. Id and keys may also be those of the
 * project that makes projects in the vendor's development stack.
 */
public record StackAuthSeed(
    @Description("The project's id.")
        @TextForm(says = "a UUID in lower case", pattern = Format.Patterns.UUID + "|internal")
        @Nullable String projectId,
    @Description("The key that browsers may hold.")
        @TextForm(says = "a key that begins with pck_", pattern = PUBLISHABLE_KEY)
        @Nullable String publishableClientKey,
    @Description("The key of servers.")
        @TextForm(says = "a key that begins with ssk_", pattern = SECRET_KEY)
        @Nullable String secretServerKey,
    @Description("The key of administrators.")
        @TextForm(says = "a key that begins with sak_", pattern = ADMIN_KEY)
        @Nullable String superSecretAdminKey,
    @Description("What signs its webhooks.")
        @TextForm(
            says = "whsec_ and Base64",
            pattern = "whsec_(?:[A-Za-z0-9+/]{4}){4,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
        @Nullable String webhookSecret,
    @Description("How the project is configured; what is left out is as in a new project.")
        @Attributed(by = StackAuthSettingsForm.class, object = "StackAuthSeedSettings")
        @Nullable StackAuthSettings settings,
    @Description("Its teams, oldest first. Who is in them stands with each user.") List<Team> teams,
    @Description("Keys made beside those above, and what became of those; oldest first.")
        List<KeySetSeed> keySets) {

  static final String PUBLISHABLE_KEY =
      "pck_[A-Za-z0-9_-]{4,200}|this-publishable-client-key-is-for-local-development-only";
  static final String SECRET_KEY =
      "ssk_[A-Za-z0-9_-]{4,200}|this-secret-server-key-is-for-local-development-only";
  static final String ADMIN_KEY =
      "sak_[A-Za-z0-9_-]{4,200}|this-super-secret-admin-key-is-for-local-development-only";

  /** A project without teams and other keys. */
  public StackAuthSeed(
      @Nullable String projectId,
      @Nullable String publishableClientKey,
      @Nullable String secretServerKey,
      @Nullable String superSecretAdminKey,
      @Nullable String webhookSecret,
      @Nullable StackAuthSettings settings) {
    this(
        projectId,
        publishableClientKey,
        secretServerKey,
        superSecretAdminKey,
        webhookSecret,
        settings,
        List.of(),
        List.of());
  }

  /** The same with other teams and sets of keys. */
  public StackAuthSeed with(List<Team> others, List<KeySetSeed> sets) {
    return new StackAuthSeed(
        projectId,
        publishableClientKey,
        secretServerKey,
        superSecretAdminKey,
        webhookSecret,
        settings,
        others,
        sets);
  }

  /**
   * A team. One that a world has already is changed to what a seed says.
   *
   * @param attributes what is a plain value, by the key that a file has for it beside the others:
   *     {@code name}, {@code profileImageUrl}, …; the schema tells all of them
   */
  public record Team(
      @Description(value = "Its id.", format = Format.UUID) String id,
      @Description("When it was made; default the world's time when the seed is loaded.")
          @Nullable Instant createdAt,
      @Attributed(by = StackAuthTeamForm.class) Map<String, Object> attributes,
      @Description("Its keys for programs.") List<ApiKeySeed> apiKeys) {
    /**
     * Checks the attributes, and leaves out what is usual.
     *
     * @throws IllegalArgumentException if there is no such attribute, or if it cannot be so; the
     *     message names it
     */
    public Team {
      attributes = Attributes.usual(StackAuthTeamRows.TEAM).with(attributes).brief();
    }
  }

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthSeed[" + projectId + "]";
  }
}
