package dev.keyway.providers.handle;

import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.Secret;
import dev.keyway.spi.ProviderContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Seals the state of a flow into a {@link ChallengeHandle} and opens it again.
 *
 * <p>The form is {@code v1.provider.kind.sealed}, where {@code sealed} is the base64url of a
 * 12-byte nonce and the AES-256-GCM encryption of expiry and fields, with the first three parts as
 * associated data. The key comes by HKDF-SHA-256 from a secret, bound to provider and project. The
 * first secret seals, all open, so that secrets can be rotated. Safe for use by several threads.
 */
public final class Handles {

  /** The limit of {@link ChallengeHandle}. */
  private static final int MAX_LENGTH = 4000;

  private static final String VERSION = "v1";
  private static final int TAG_BYTES = 16;
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  private final String provider;
  private final List<HandleKey> keys;
  private final Clock clock;
  private final SecureRandom random;

  private Handles(String provider, List<HandleKey> keys, Clock clock, SecureRandom random) {
    this.provider = provider;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Handles of a project.
   *
   * @param context has the clock, the randomness and perhaps the configured handle keys
   * @param provider the provider's id
   * @param projectId the project; handles of another one do not open
   * @param apiSecret what keys are made from when none are configured
   */
  public static Handles of(
      ProviderContext context, String provider, String projectId, Secret apiSecret) {
    List<Secret> configured = context.config().handleKeys();
    List<Secret> secrets = configured.isEmpty() ? List.of(apiSecret) : configured;
    List<HandleKey> keys =
        secrets.stream().map(secret -> HandleKey.derive(secret, provider, projectId)).toList();
    return new Handles(requireName(provider), keys, context.clock(), context.random());
  }

  /**
   * Seals fields. A handle has 4000 characters at most: what a caller gives is checked against a
   * limit of its own before anything is sent, so that only a provider's answer can be too long.
   *
   * @param kind which flow, in lower case with hyphens
   * @param expiresAt when the handle stops opening; kept to the millisecond
   * @param fields what to find again at the other end of the flow
   * @throws AuthException {@link ErrorCode#INVALID_RESPONSE} when the fields do not fit, with the
   *     name of the longest
   */
  public ChallengeHandle seal(String kind, Instant expiresAt, Map<String, String> fields) {
    return seal(kind, expiresAt, fields, 0);
  }

  /**
   * Seals fields, where the flow's next handle has them and more.
   *
   * @param room how many bytes the fields that are added later may take
   */
  public ChallengeHandle seal(
      String kind, Instant expiresAt, Map<String, String> fields, int room) {
    String header = VERSION + "." + provider + "." + requireName(kind);
    byte[] plain = HandleFields.encode(expiresAt, fields);
    requireFits(header, plain.length + room, fields);
    byte[] nonce = new byte[HandleKey.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted = keys.get(0).encrypt(nonce, ascii(header), plain);
    byte[] sealed = Arrays.copyOf(nonce, nonce.length + encrypted.length);
    System.arraycopy(encrypted, 0, sealed, nonce.length, encrypted.length);
    return ChallengeHandle.of(header + "." + base64(sealed));
  }

  private void requireFits(String header, int plainBytes, Map<String, String> fields) {
    int bytes = HandleKey.NONCE_BYTES + plainBytes + TAG_BYTES;
    if (header.length() + 1 + (bytes * 4 + 2) / 3 > MAX_LENGTH) {
      String longest =
          Collections.max(
              fields.keySet(),
              Comparator.comparingInt(name -> fields.getOrDefault(name, "").length()));
      throw AuthException.of(
          ErrorCode.INVALID_RESPONSE,
          provider + " answered with a value that is too long for a handle: " + longest,
          Retry.NEVER,
          (Throwable) null);
    }
  }

  /**
   * Opens a handle.
   *
   * @throws AuthException {@link ErrorCode#CHALLENGE_INVALID} when it is not a genuine one of this
   *     kind, provider and project; {@link ErrorCode#CHALLENGE_EXPIRED} when it is genuine and too
   *     old
   */
  public OpenedHandle open(ChallengeHandle handle, String kind) {
    return open(handle, List.of(kind));
  }

  /** Opens a handle of one of several kinds; {@link OpenedHandle#kind()} tells which. */
  public OpenedHandle open(ChallengeHandle handle, List<String> kinds) {
    String[] parts = handle.reveal().split("\\.", -1);
    if (parts.length != 4
        || !parts[0].equals(VERSION)
        || !parts[1].equals(provider)
        || !kinds.contains(parts[2])) {
      throw notGenuine();
    }
    byte[] header = ascii(parts[0] + "." + parts[1] + "." + parts[2]);
    OpenedHandle opened =
        decrypt(header, unbase64(parts[3]))
            .flatMap(plain -> HandleFields.decode(parts[2], plain))
            .orElseThrow(Handles::notGenuine);
    if (!clock.instant().isBefore(opened.expiresAt())) {
      throw AuthException.of(
          ErrorCode.CHALLENGE_EXPIRED, "The handle is too old; start the flow again");
    }
    return opened;
  }

  private Optional<byte[]> decrypt(byte[] header, byte[] sealed) {
    if (sealed.length < HandleKey.NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, HandleKey.NONCE_BYTES);
    byte[] encrypted = Arrays.copyOfRange(sealed, HandleKey.NONCE_BYTES, sealed.length);
    return keys.stream().flatMap(key -> key.decrypt(nonce, header, encrypted).stream()).findFirst();
  }

  static AuthException notGenuine() {
    return AuthException.of(
        ErrorCode.CHALLENGE_INVALID,
        "The handle is not genuine, or of another flow, provider or project");
  }

  private static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name for handles: " + name);
    }
    return name;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] unbase64(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // The decoder passes over the last character's unused bits: one handle, one spelling.
      return base64(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
