package dev.keyway.emulator.internal.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The recovery codes of one TOTP enrolment, each good for one use. Immutable: using a code gives
 * what is left, so a checkpoint of a world needs no copy.
 *
 * <p>The codes are kept as they are, because the vendor that has them lists them again on request.
 */
public final class RecoveryCodes {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}");
  private static final int COUNT = 10;

  private final List<String> unused;

  private RecoveryCodes(List<String> unused) {
    this.unused = List.copyOf(unused);
  }

  /** Ten different codes of the form {@code xxxx-xxxx-xxxx}, lower-case letters and digits. */
  public static RecoveryCodes generate(SecureRandom random) {
    Set<String> codes = new LinkedHashSet<>();
    while (codes.size() < COUNT) {
      codes.add(group(random) + "-" + group(random) + "-" + group(random));
    }
    return new RecoveryCodes(new ArrayList<>(codes));
  }

  /**
   * Codes that exist already, for instance from a seed file.
   *
   * @throws IllegalArgumentException if one has another form
   */
  public static RecoveryCodes of(List<String> codes) {
    if (!codes.stream().allMatch(RecoveryCodes::wellFormed)) {
      throw new IllegalArgumentException("a recovery code has the form xxxx-xxxx-xxxx");
    }
    return new RecoveryCodes(codes);
  }

  /** Whether {@code code} has the form of a recovery code. */
  public static boolean wellFormed(String code) {
    return FORM.matcher(code).matches();
  }

  /** The codes not used yet, in the order in which they were made. */
  public List<String> unused() {
    return unused;
  }

  /**
   * Uses one code.
   *
   * @return what is left afterwards, or empty if {@code code} is not among the unused ones
   */
  public Optional<RecoveryCodes> spend(String code) {
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    List<String> left = new ArrayList<>(unused.size());
    for (String candidate : unused) {
      if (!MessageDigest.isEqual(candidate.getBytes(StandardCharsets.UTF_8), typed)) {
        left.add(candidate);
      }
    }
    return left.size() == unused.size() ? Optional.empty() : Optional.of(new RecoveryCodes(left));
  }

  @Override
  public String toString() {
    return "RecoveryCodes[" + unused.size() + " unused]";
  }

  private static String group(SecureRandom random) {
    StringBuilder out = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      out.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return out.toString();
  }
}
