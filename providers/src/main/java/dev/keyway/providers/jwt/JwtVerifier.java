package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens on this machine: one algorithm, keys by {@code kid} from the project's key
 * set only, exact issuer and audience, times with a bounded skew.
 *
 * <p>A signature that was found right is not computed again while its token is in a bounded cache
 * and its key is still published; times are checked every time. The cache goes by the whole text:
 * an ECDSA signature has a twin (r, n−s) that is right as well, whose text is checked for itself.
 * So a list of refused tokens must go by session id, never by a token's text. Safe for use by
 * several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, JWT best current practices</a>
 */
public final class JwtVerifier implements AutoCloseable {

  private static final int MAX_TOKEN_LENGTH = 16_384;
  private static final Duration DEFAULT_KEY_AGE = Duration.ofDays(1);

  private final JwtAlgorithm algorithm;
  private final JwtTimes times;
  private final ThreadPoolExecutor background;
  private final Keys keys;
  private final ProvenTokens proven;
  private volatile @Nullable Header lastHeader;
  private volatile boolean closed;

  private record Header(String encoded, JWSHeader header) {}

  /**
   * A verifier with empty caches; sends nothing yet.
   *
   * @param algorithm the only one accepted
   * @param source the project's keys
   * @param clock the time
   * @param skew how far clocks may differ
   */
  public JwtVerifier(JwtAlgorithm algorithm, JwksSource source, Clock clock, Duration skew) {
    this(algorithm, source, clock, skew, DEFAULT_KEY_AGE);
  }

  /**
   * A verifier with empty caches; sends nothing yet.
   *
   * @param algorithm the only one accepted
   * @param source the project's keys
   * @param clock the time
   * @param skew how far clocks may differ
   * @param maxKeyAge how long keys are good for while no newer ones can be had
   */
  public JwtVerifier(
      JwtAlgorithm algorithm, JwksSource source, Clock clock, Duration skew, Duration maxKeyAge) {
    this.algorithm = algorithm;
    this.times = new JwtTimes(clock, skew);
    this.background =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), JwtVerifier::thread);
    background.allowCoreThreadTimeOut(true);
    this.keys = new Keys(algorithm, source, clock, background, maxKeyAge);
    this.proven = new ProvenTokens(clock, skew);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keyway-jwks");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Verifies a token.
   *
   * @param <T> what is read
   * @param token the token
   * @param reading the kinds of token that will do, and what is read from it
   * @param maxAge the greatest age since {@code iat}, if there is a limit
   * @param timeout how long a fetch of keys may take, should one be needed
   * @throws AuthException {@link ErrorCode#TOKEN_INVALID}, {@link ErrorCode#TOKEN_EXPIRED}, why the
   *     keys could not be fetched, or what the reading threw
   */
  public <T> T verify(
      AccessToken token, JwtReading<T> reading, Optional<Duration> maxAge, Duration timeout) {
    if (closed) {
      throw AuthException.of(ErrorCode.CLIENT_CLOSED, "The client is closed");
    }
    String text = token.reveal();
    if (text.length() > MAX_TOKEN_LENGTH) {
      throw invalid("the access token is too long");
    }
    ProvenToken entry = proven.find(text);
    if (entry == null || !stillPublished(entry)) {
      entry = prove(text, reading.accepted(), timeout);
      proven.put(text, entry);
    }
    T known = entry.known(reading);
    if (known != null) {
      times.check(entry.claims(), maxAge);
      return known;
    }
    JwtProfile profile = profile(entry.claims(), reading.accepted());
    times.check(entry.claims(), maxAge);
    return entry.read(
        reading, new VerifiedJwt(profile, entry.claims(), expiry(entry.claims()).getEpochSecond()));
  }

  private boolean stillPublished(ProvenToken entry) {
    return keys.cached(entry.kid()).filter(entry.key()::equals).isPresent();
  }

  private ProvenToken prove(String text, List<JwtProfile> accepted, Duration timeout) {
    int first = text.indexOf('.');
    int last = text.indexOf('.', first + 1);
    if (first < 0 || last < 0 || text.indexOf('.', last + 1) >= 0) {
      throw malformed();
    }
    JWSHeader header = header(text.substring(0, first));
    byte[] payload = decode(text.substring(first + 1, last));
    byte[] signature = decode(text.substring(last + 1));
    Map<String, @Nullable Object> claims =
        Claims.read(payload).orElseThrow(() -> invalid("the access token has no claims"));
    // Before the key: a token of somebody else's must not make us fetch.
    profile(claims, accepted);
    expiry(claims);
    String kid = header.getKeyID();
    PublicKey key =
        keys.find(kid, timeout)
            .orElseThrow(() -> invalid("the access token is signed with an unknown key"));
    byte[] signed = text.substring(0, last).getBytes(StandardCharsets.US_ASCII);
    if (!key.check().isRight(signed, signature)) {
      throw invalid("the access token's signature is wrong");
    }
    return new ProvenToken(kid, key, claims);
  }

  /** A header that passed; those of a key's tokens are the same text. */
  private JWSHeader header(String encoded) {
    Header known = lastHeader;
    if (known != null && known.encoded().equals(encoded)) {
      return known.header();
    }
    decode(encoded);
    JWSHeader header;
    try {
      header = JWSHeader.parse(new Base64URL(encoded));
    } catch (ParseException | RuntimeException e) {
      throw malformed();
    }
    checkHeader(header);
    lastHeader = new Header(encoded, header);
    return header;
  }

  private static byte[] decode(String part) {
    try {
      return Base64Url.decode(part);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private void checkHeader(JWSHeader header) {
    if (!algorithm.jose().equals(header.getAlgorithm())) {
      throw invalid("the access token is signed by another algorithm than " + algorithm);
    }
    if (header.getCriticalParams() != null
        || header.getJWK() != null
        || header.getJWKURL() != null
        || header.getX509CertChain() != null
        || header.getX509CertURL() != null
        || !header.isBase64URLEncodePayload()) {
      throw invalid("the access token's header asks for what this project does not use");
    }
    if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
      throw invalid("the access token is not a JWT");
    }
    if (header.getKeyID() == null || header.getKeyID().isBlank()) {
      throw invalid("the access token does not name its key");
    }
  }

  private static JwtProfile profile(
      Map<String, @Nullable Object> claims, List<JwtProfile> accepted) {
    Object issuer = claims.get("iss");
    Object audience = claims.get("aud");
    for (JwtProfile profile : accepted) {
      if (issuer instanceof String iss
          && profile.issuers().contains(iss)
          && (profile.audience().equals(audience)
              || (audience instanceof List<?> all && all.contains(profile.audience())))) {
        return profile;
      }
    }
    throw invalid("the access token is of another issuer or audience");
  }

  static Instant expiry(Map<String, @Nullable Object> claims) {
    if (claims.get("exp") instanceof Number exp) {
      return Instant.ofEpochSecond(JwtTimes.seconds(exp));
    }
    throw invalid("the access token does not expire");
  }

  private static AuthException malformed() {
    return invalid("the access token is malformed");
  }

  static AuthException invalid(String problem) {
    return AuthException.of(
        ErrorCode.TOKEN_INVALID, Character.toUpperCase(problem.charAt(0)) + problem.substring(1));
  }

  /** How many tokens are remembered: none that can't be accepted any more. */
  long remembered() {
    return proven.count();
  }

  /** Verifies nothing any more, forgets tokens and stops the background thread. */
  @Override
  public void close() {
    closed = true;
    background.shutdownNow();
    proven.clear();
  }
}
