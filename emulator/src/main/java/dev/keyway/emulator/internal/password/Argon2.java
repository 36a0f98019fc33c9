package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2 hash (RFC 9106), version 1.3. */
public final class Argon2 implements PasswordHash {
  private static final Pattern ENCODED =
      Pattern.compile(
          "\\$(argon2id|argon2i)\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,4}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** 256 MiB; more would let one request take the whole heap. */
  public static final int HIGHEST_MEMORY_KIB = 1 << 18;

  /** RFC 9106 section 3.1: a tag has at least four bytes. */
  public static final int SHORTEST_HASH = 4;

  /** As many threads as are in use anywhere. */
  public static final int MOST_LANES = 255;

  /** Iterations times KiB: some seconds. */
  private static final long MOST_WORK = 1L << 21;

  private final Argon2Parameters parameters;
  private final byte[] hash;

  private Argon2(Argon2Parameters parameters, byte[] hash) {
    this.parameters = parameters;
    this.hash = hash;
  }

  /** The two variants that are in use for passwords. */
  public enum Variant {
    /** Argon2i. */
    I(Argon2Parameters.ARGON2_i),
    /** Argon2id. */
    ID(Argon2Parameters.ARGON2_id);

    private final int number;

    Variant(int number) {
      this.number = number;
    }
  }

  /** Reads the encoded form, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
  public static Argon2 parse(String encoded) throws Malformed {
    Matcher m = ENCODED.matcher(encoded);
    if (!m.matches()) {
      throw new Malformed("not an encoded Argon2 hash");
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      return of(
          m.group(1).equals("argon2id") ? Variant.ID : Variant.I,
          base64.decode(m.group(5)),
          Integer.parseInt(m.group(2)),
          Integer.parseInt(m.group(3)),
          Integer.parseInt(m.group(4)),
          base64.decode(m.group(6)));
    } catch (IllegalArgumentException e) {
      throw new Malformed("salt or hash is not base 64");
    }
  }

  /**
   * Takes the parts of a hash.
   *
   * @param memoryKib memory in KiB
   */
  public static Argon2 of(
      Variant variant, byte[] salt, int memoryKib, int iterations, int lanes, byte[] hash)
      throws Malformed {
    if (memoryKib < 8 || memoryKib > HIGHEST_MEMORY_KIB || lanes < 1 || lanes > MOST_LANES) {
      throw new Malformed("Argon2 parameters out of range");
    }
    if (iterations < 1 || iterations > mostIterations(memoryKib)) {
      throw new Malformed("Argon2 iterations out of range");
    }
    if (hash.length < SHORTEST_HASH || hash.length > HashText.MOST_BYTES || salt.length == 0) {
      throw new Malformed("Argon2 salt or hash of a wrong length");
    }
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(variant.number)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(lanes)
            .build();
    return new Argon2(parameters, hash.clone());
  }

  /** How many iterations are taken with that memory. */
  public static int mostIterations(int memoryKib) {
    return (int) (MOST_WORK / memoryKib);
  }

  @Override
  public String text() {
    return "$%s$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            parameters.getType() == Argon2Parameters.ARGON2_id ? "argon2id" : "argon2i",
            parameters.getMemory(),
            parameters.getIterations(),
            parameters.getLanes(),
            HashText.encode(parameters.getSalt()),
            HashText.encode(hash));
  }

  @Override
  public boolean matches(String attempt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] computed = new byte[hash.length];
    generator.generateBytes(attempt.getBytes(StandardCharsets.UTF_8), computed);
    return MessageDigest.isEqual(hash, computed);
  }
}
