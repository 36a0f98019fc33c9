package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key that a user or a team of a Stack Auth project gives to programs. */
public record ApiKeySeed(
    @Description(
            value = "Its id; default made from whose it is. It takes the place of a key with it.",
            format = Format.UUID)
        @Nullable String id,
    @Description("The key itself; default made from whose it is.")
        @TextForm(
            says = "a key that begins with sk_ or pk_",
            pattern = "[sp]k_[A-Za-z0-9_-]{8,300}")
        @Nullable String key,
    @Description("What it is for; default empty.") @Nullable String description,
    @Description("Whether everybody may know it; default false.") @Nullable Boolean shared,
    @Description("When it was made; default when its user or team was.")
        @Nullable Instant createdAt,
    @Description("When it ceases to be good; default never.") @Nullable Instant expiresAt,
    @Description("When it was revoked; default not.") @Nullable Instant revokedAt) {

  /** The id, no key. */
  @Override
  public String toString() {
    return "ApiKeySeed[" + id + "]";
  }
}
