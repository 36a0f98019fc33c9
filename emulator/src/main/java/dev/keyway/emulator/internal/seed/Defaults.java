package dev.keyway.emulator.internal.seed;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.password.SaltedSha256;
import dev.keyway.emulator.seed.UserSeed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both providers' users have in common when they are made explicit. */
public final class Defaults {
  private static final int SALT_BYTES = 16;
  private static final String NO_MODEL = "00000000-0000-0000-0000-000000000000";

  private Defaults() {}

  /** Nothing where a value is as usual. */
  public static <T> @Nullable T unless(T usual, @Nullable T value) {
    return usual.equals(value) ? null : value;
  }

  public static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  static <T> List<T> or(@Nullable List<T> value) {
    return value == null ? List.of() : value;
  }

  /** What a user's ids are made from, where the user's own is not pinned. */
  public static StableIds derived(
      String provider, UserSeed user, @Nullable String pinnedId, Optional<String> other, int at) {
    String owner =
        Stream.of(
                Optional.ofNullable(pinnedId),
                user.emails().stream()
                    .filter(email -> email.signIn() == null || email.signIn())
                    .map(email -> CanonicalEmail.of(email.address()))
                    .findFirst(),
                other,
                user.socialAccounts().stream()
                    .map(account -> account.provider() + "/" + account.subject())
                    .findFirst())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("#" + at);
    return new StableIds(provider + "/" + owner);
  }

  /** A password by its hash; a plain one is hashed, always with the same result. */
  public static UserSeed.@Nullable Password password(
      UserSeed user, StableIds derived, String idPrefix, boolean resettable) {
    UserSeed.Password password = user.password();
    if (password == null) {
      return null;
    }
    String plain = password.plain();
    String hash =
        plain == null
            ? password.hash()
            : SaltedSha256.of(plain, Arrays.copyOf(derived.bytes("salt/" + plain), SALT_BYTES))
                .text();
    return new UserSeed.Password(
        null,
        hash,
        resettable ? unless(false, password.resetRequired()) : null,
        or(password.id(), idPrefix + derived.uuid("password")));
  }

  public static @Nullable String model(@Nullable String aaguid) {
    return unless(NO_MODEL, aaguid);
  }

  /** The order of hints means nothing. */
  public static List<String> transports(UserSeed.Passkey passkey) {
    return passkey.transports().stream().distinct().sorted().toList();
  }

  public static UserSeed.@Nullable Metadata metadata(
      @Nullable Object userWritable, @Nullable Object userReadable, @Nullable Object serverOnly) {
    return userWritable == null && userReadable == null && serverOnly == null
        ? null
        : new UserSeed.Metadata(userWritable, userReadable, serverOnly);
  }
}
