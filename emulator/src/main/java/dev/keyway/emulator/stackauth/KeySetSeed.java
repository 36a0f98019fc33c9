package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a Stack Auth project that were made together, beside those that the project was made
 * with. A set takes the place of one with its id; one with the project's own three keys stands for
 * these.
 */
public record KeySetSeed(
    @Description(value = "Its id.", format = Format.UUID) String id,
    @Description("What it is for; default empty.") @Nullable String description,
    @Description("When it was made; default the world's time when the seed is loaded.")
        @Nullable Instant createdAt,
    @Description("When its keys cease to be good; default the end of 2099.")
        @Nullable Instant expiresAt,
    @Description("When it was revoked; default not.") @Nullable Instant revokedAt,
    @Description("The key that browsers may hold; default none.")
        @TextForm(says = "a key that begins with pck_", pattern = StackAuthSeed.PUBLISHABLE_KEY)
        @Nullable String publishableClientKey,
    @Description("The key of servers; default none.")
        @TextForm(says = "a key that begins with ssk_", pattern = StackAuthSeed.SECRET_KEY)
        @Nullable String secretServerKey,
    @Description("The key of administrators; default none.")
        @TextForm(says = "a key that begins with sak_", pattern = StackAuthSeed.ADMIN_KEY)
        @Nullable String superSecretAdminKey) {

  /** The id, no key. */
  @Override
  public String toString() {
    return "KeySetSeed[" + id + "]";
  }
}
