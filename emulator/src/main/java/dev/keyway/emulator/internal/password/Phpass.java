package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A portable phpass hash: {@code $P$} or {@code $H$}, one character for the number of rounds of
 * MD5, eight of salt, 22 of hash in an alphabet of its own.
 *
 * @see <a href="https://www.openwall.com/phpass/">phpass</a>
 */
public final class Phpass implements PasswordHash {
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 34;

  /** The last character holds the last two bits of the digest. */
  private static final int LAST_OF_TWO_BITS = 3;

  private static final int FEWEST_ROUNDS_LOG2 = 7;

  /** Half a second or so; the format itself goes up to 30. */
  private static final int MOST_ROUNDS_LOG2 = 20;

  private final String encoded;
  private final int rounds;
  private final String salt;
  private final byte[] hash;

  private Phpass(String encoded, int rounds, String salt, byte[] hash) {
    this.encoded = encoded;
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Reads a hash. */
  public static Phpass parse(String encoded) throws Malformed {
    boolean known = encoded.startsWith("$P$") || encoded.startsWith("$H$");
    boolean inAlphabet = encoded.chars().skip(3).allMatch(c -> ALPHABET.indexOf(c) >= 0);
    if (!known || encoded.length() != LENGTH || !inAlphabet) {
      throw new Malformed("not a portable phpass hash");
    }
    if (ALPHABET.indexOf(encoded.charAt(LENGTH - 1)) > LAST_OF_TWO_BITS) {
      throw new Malformed("not a portable phpass hash: it ends in what no hash ends in");
    }
    int roundsLog2 = ALPHABET.indexOf(encoded.charAt(3));
    if (roundsLog2 < FEWEST_ROUNDS_LOG2 || roundsLog2 > MOST_ROUNDS_LOG2) {
      throw new Malformed("phpass rounds out of range");
    }
    byte[] hash = encoded.substring(12).getBytes(StandardCharsets.US_ASCII);
    return new Phpass(encoded, 1 << roundsLog2, encoded.substring(4, 12), hash);
  }

  @Override
  public String text() {
    return encoded;
  }

  @Override
  public boolean matches(String attempt) {
    byte[] password = attempt.getBytes(StandardCharsets.UTF_8);
    MessageDigest md5 = Digests.named("MD5");
    md5.update(salt.getBytes(StandardCharsets.US_ASCII));
    byte[] digest = md5.digest(password);
    for (int i = 0; i < rounds; i++) {
      md5.update(digest);
      digest = md5.digest(password);
    }
    return MessageDigest.isEqual(hash, encode(digest));
  }

  /** Three bytes become four characters, the lowest six bits first. */
  private static byte[] encode(byte[] digest) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digest.length; i += 3) {
      byte[] group = Arrays.copyOfRange(digest, i, i + 3);
      int bits = (group[0] & 0xff) | (group[1] & 0xff) << 8 | (group[2] & 0xff) << 16;
      int characters = Math.min(3, digest.length - i) + 1;
      for (int c = 0; c < characters; c++) {
        text.append(ALPHABET.charAt((bits >> (6 * c)) & 0x3f));
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
