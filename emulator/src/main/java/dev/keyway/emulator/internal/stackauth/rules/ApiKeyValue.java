package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.stackauth.state.ApiKey.Holder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** How keys are written, so that programs that look for lost secrets know them. */
public final class ApiKeyValue {
  /** What every key of the service holds. */
  private static final String MARK = "574ck4u7h";

  /** Of a service that is not the vendor's own, as this one is not. */
  private static final int NOT_THE_VENDORS = 1;

  private static final int SHARED = 2;

  private ApiKeyValue() {}

  /** A new key for an id. */
  public static String make(Randomness random, String id, Holder holder, boolean shared) {
    return of(random.crockford45(), id, holder, shared);
  }

  /** The key for an id that has these characters, 45 of Crockford's base 32, as its secret part. */
  public static String of(String secret, String id, Holder holder, boolean shared) {
    String unchecked =
        (shared ? "pk_" : "sk_")
            + secret
            + id.replace("-", "")
            + holder.wireName()
            + (NOT_THE_VENDORS + (shared ? SHARED : 0))
            + MARK;
    return unchecked + checksum(unchecked);
  }

  /** CRC-32 in eight hexadecimal digits. */
  static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(sum.getValue());
  }
}
