package dev.keyway.emulator.internal.password;

import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A bcrypt hash in modular crypt format: {@code $2a$}, {@code $2b$} or {@code $2y$}. */
public final class Bcrypt implements PasswordHash {
  /** Salt and hash end in bits that are nothing: were one set, no password would match. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$2[aby]\\$\\d{2}\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");

  private final String hash;

  private Bcrypt(String hash) {
    this.hash = hash;
  }

  /**
   * Reads a hash.
   *
   * @param maxCost the highest cost accepted; each step doubles the time of every check
   */
  public static Bcrypt parse(String hash, int maxCost) throws Malformed {
    if (!FORM.matcher(hash).matches()) {
      throw new Malformed("not a bcrypt hash in modular crypt format");
    }
    int cost = Integer.parseInt(hash.substring(4, 6));
    if (cost < 4 || cost > maxCost) {
      throw new Malformed("bcrypt cost must be from 4 to " + maxCost + " but is " + cost);
    }
    return new Bcrypt(hash);
  }

  @Override
  public String text() {
    return hash;
  }

  @Override
  public boolean matches(String attempt) {
    return OpenBSDBCrypt.checkPassword(hash, attempt.toCharArray());
  }
}
