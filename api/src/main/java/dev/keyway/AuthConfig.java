package dev.keyway;

import dev.keyway.internal.HandWrittenFile;
import dev.keyway.internal.HandWrittenFile.WrongEncodingException;
import dev.keyway.internal.Spelling;
import dev.keyway.internal.TypedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings by name, from a map, a properties file or the environment. Swapping providers means
 * swapping this.
 *
 * <p>Names begin with {@code keyway.}; upper and lower case, {@code .}, {@code -} and {@code _}
 * make no difference, so that {@code KEYWAY_STYTCH_PROJECT_ID} and {@code keyway.stytch.project-id}
 * are one setting. A blank value counts as absent. Keys for every provider:
 *
 * <ul>
 *   <li>{@code keyway.provider}: the provider's id, required
 *   <li>{@code keyway.timeout}: how long a call may take, ISO-8601, at most {@code PT1H}; default
 *       {@code PT10S}. It ends within a second more whatever the server does, on a machine that has
 *       time for it; only resolving a host's name is not cut off
 *   <li>{@code keyway.clock-skew}: how far clocks may differ in token checks, at most {@code PT5M};
 *       default {@code PT5S}
 *   <li>{@code keyway.callback-url}: where mailed links lead unless a call says otherwise
 *   <li>{@code keyway.relying-party-id}: the domain that passkeys are for
 *   <li>{@code keyway.totp-issuer}: the name that authenticator apps show
 *   <li>{@code keyway.handle-keys}: secrets that {@link ChallengeHandle}s are encrypted with,
 *       separated by commas, each of at least 32 characters; the first one encrypts, all decrypt.
 *       Default: derived from the provider's API secret
 *   <li>{@code keyway.max-key-age}: how long a provider's public keys serve while newer ones can't
 *       be fetched, ISO-8601; default {@code PT24H}
 *   <li>{@code keyway.proxy-url}: the HTTP proxy before the provider, such as {@code
 *       http://proxy.example.com:3128}. Default: what the JDK's proxy selector says, which goes by
 *       {@code https.proxyHost}, {@code http.nonProxyHosts} and so on
 *   <li>{@code keyway.proxy-user}: who to be at the proxy
 *   <li>{@code keyway.proxy-password}: the password of that user
 *   <li>{@code keyway.ca-file}: certificates in PEM form to trust for {@code https} in addition to
 *       the JDK's
 * </ul>
 *
 * <p>{@link #toString()} lists names, never values.
 */
public final class AuthConfig {

  private static final String PREFIX = "keyway.";

  /** A label of RFC 1123, in ASCII. */
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  /** What browsers compare with the page's host. */
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*");

  private static final Pattern PROXY =
      Pattern.compile("http://[^@/?#]+:\\d{1,5}/?", Pattern.CASE_INSENSITIVE);

  private static final String WEB = "must begin with http:// or https://";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DEFAULT_SKEW = Duration.ofSeconds(5);
  private static final Duration DEFAULT_KEY_AGE = Duration.ofDays(1);
  private static final Duration MAX_SKEW = Duration.ofMinutes(5);
  private static final int MIN_HANDLE_KEY_LENGTH = 32;

  private static final Set<String> COMMON_KEYS =
      Set.of(
          "provider",
          "timeout",
          "clock-skew",
          "callback-url",
          "relying-party-id",
          "totp-issuer",
          "handle-keys",
          "max-key-age",
          "proxy-url",
          "proxy-user",
          "proxy-password",
          "ca-file");

  /** What nothing has replaced, such as <code>${STYTCH_SECRET}</code> where no such variable is. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Za-z0-9_.:-]+}");

  private final Map<String, String> values;

  /** The names as they were written, by the uniform ones. */
  private final Map<String, String> names;

  private AuthConfig(Map<String, String> settings) {
    Map<String, String> canonical = new HashMap<>();
    Map<String, String> written = new HashMap<>();
    settings.forEach(
        (name, value) -> {
          String own = TypedText.strip(Arguments.notNull(name, "settings name"));
          String key = canonical(own);
          String text = TypedText.strip(Arguments.notNull(value, "settings value"));
          if (key.startsWith(PREFIX) && !text.isEmpty()) {
            String before = canonical.put(key, text);
            String other = written.put(key, own);
            if (before != null && !before.equals(text)) {
              throw failure(own, "is set twice with different values, the other one as " + other);
            }
          }
        });
    this.values = Map.copyOf(canonical);
    this.names = Map.copyOf(written);
  }

  /** Settings from a map; names that do not begin with {@code keyway.} are ignored. */
  public static AuthConfig of(Map<String, String> settings) {
    return new AuthConfig(Arguments.notNull(settings, "settings"));
  }

  /**
   * Settings from a properties file in UTF-8, with or without a byte order mark.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} when the file can't be read, or
   *     is not UTF-8
   */
  public static AuthConfig fromProperties(Path file) {
    Arguments.notNull(file, "file");
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(HandWrittenFile.text(file)));
    } catch (WrongEncodingException e) {
      throw unreadable(file, e.words());
    } catch (IOException e) {
      throw unreadable(file, HandWrittenFile.problem(file, e));
    } catch (IllegalArgumentException e) {
      throw unreadable(
          file,
          "has a \\u without four hexadecimal digits after it; where a backslash is meant, as in"
              + " a path of Windows, write it twice");
    }
    return of(properties);
  }

  private static AuthException unreadable(Path file, String problem) {
    return AuthException.of(
        ErrorCode.CONFIGURATION_INVALID,
        "The configuration file " + file.toAbsolutePath() + " " + problem);
  }

  /** Settings from properties that are loaded already. */
  public static AuthConfig of(Properties properties) {
    Map<String, String> settings = new HashMap<>();
    Arguments.notNull(properties, "properties")
        .stringPropertyNames()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return of(settings);
  }

  /** Settings from the process's environment, such as {@code KEYWAY_PROVIDER}. */
  public static AuthConfig fromEnvironment() {
    return of(System.getenv());
  }

  /**
   * The names of the settings that every provider has, without {@code keyway.}: for those who read
   * them from somewhere else, or describe them. What a provider has beyond them is in {@link
   * dev.keyway.spi.AuthProviderFactory#keys()}.
   */
  public static Set<String> commonKeys() {
    return COMMON_KEYS;
  }

  /** The provider's id. */
  public String provider() {
    return required("provider").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long a call may take, and a second more at most: see {@code keyway.timeout}. */
  public Duration timeout() {
    Duration timeout = duration("timeout").orElse(DEFAULT_TIMEOUT);
    if (timeout.compareTo(Arguments.MAX_TIMEOUT) > 0) {
      throw invalid("timeout", "must be at most " + Arguments.MAX_TIMEOUT);
    }
    return timeout;
  }

  /** How long this call may take. */
  public Duration timeout(Options options) {
    return Arguments.notNull(options, "options").timeout().orElseGet(this::timeout);
  }

  /** How far clocks may differ in token checks. */
  public Duration clockSkew() {
    Duration skew = nonNegative("clock-skew").orElse(DEFAULT_SKEW);
    if (skew.compareTo(MAX_SKEW) > 0) {
      throw invalid("clock-skew", "must be at most " + MAX_SKEW);
    }
    return skew;
  }

  /** Where mailed links lead unless a call says otherwise. */
  public Optional<URI> callbackUrl() {
    return value("callback-url")
        .map(url -> uri("callback-url", url, "must begin with a scheme, such as https://"));
  }

  /** The domain that passkeys are for. */
  public Optional<String> relyingPartyId() {
    Optional<String> domain = value("relying-party-id");
    if (domain.filter(text -> !DOMAIN.matcher(text).matches()).isPresent()) {
      throw invalid("relying-party-id", "must be a domain such as example.com, without a scheme");
    }
    return domain;
  }

  /** The name that authenticator apps show. */
  public Optional<String> totpIssuer() {
    try {
      return value("totp-issuer")
          .flatMap(text -> TotpOptions.builder().issuer(text).build().issuer());
    } catch (AuthException e) {
      throw invalid("totp-issuer", "must be 1 to 64 characters, without control characters");
    }
  }

  /**
   * The secrets for challenge handles, the first one for new handles; empty when they are to be
   * derived from the API secret.
   */
  public List<Secret> handleKeys() {
    List<Secret> keys = secrets("handle-keys");
    if (keys.stream().anyMatch(key -> key.reveal().length() < MIN_HANDLE_KEY_LENGTH)) {
      throw invalid("handle-keys", "needs at least " + MIN_HANDLE_KEY_LENGTH + " characters each");
    }
    return keys;
  }

  /**
   * A setting that holds secrets with commas between them, such as an old one and a new one.
   *
   * @param key without {@code keyway.}
   * @return in the order of the setting; empty if it is not set
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} if one of them is blank
   */
  public List<Secret> secrets(String key) {
    return value(key).stream()
        .flatMap(secrets -> Arrays.stream(secrets.split(",", -1)))
        .map(TypedText::strip)
        .map(
            secret -> {
              if (secret.isBlank()) {
                throw invalid(key, "has a comma with no secret before or after it");
              }
              return Secret.of(secret);
            })
        .toList();
  }

  /** How long a provider's public keys serve while newer ones can't be fetched. */
  public Duration maxKeyAge() {
    return duration("max-key-age").orElse(DEFAULT_KEY_AGE);
  }

  /** The HTTP proxy before the provider, if one is set here: {@code http}, a host and a port. */
  public Optional<URI> proxyUrl() {
    return value("proxy-url")
        .map(
            text -> {
              if (!PROXY.matcher(text).matches()) {
                throw invalid("proxy-url", "must be http://HOST:PORT, without a user");
              }
              return uri("proxy-url", text, WEB);
            });
  }

  /** Who to be at the proxy; there is a password whenever there is one. */
  public Optional<String> proxyUser() {
    Optional<String> user = value("proxy-user");
    if (user.isPresent() != value("proxy-password").isPresent()) {
      throw invalid("proxy-user", "and keyway.proxy-password go together");
    }
    if (user.filter(name -> name.contains(":")).isPresent()) {
      throw invalid("proxy-user", "must not have a colon");
    }
    return user;
  }

  /** The password of {@link #proxyUser()}. */
  public Optional<Secret> proxyPassword() {
    return value("proxy-password").map(Secret::of);
  }

  /**
   * The certificates to trust for {@code https} in addition to the JDK's; empty when no file is
   * set.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} when the file can't be read or
   *     has no certificate
   */
  public List<X509Certificate> trustedCertificates() {
    return value("ca-file").map(this::certificates).orElse(List.of());
  }

  private List<X509Certificate> certificates(String file) {
    try {
      InputStream in = new ByteArrayInputStream(HandWrittenFile.bytes(Path.of(file)));
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (WrongEncodingException e) {
      throw invalid("ca-file", "names a file that " + e.words());
    } catch (InvalidPathException e) {
      throw invalid("ca-file", "is not the path of a file");
    } catch (IOException e) {
      throw invalid(
          "ca-file",
          "names a file that "
              + HandWrittenFile.problem(Path.of(file), e)
              + " (in a properties file, a backslash is written twice)");
    } catch (CertificateException e) {
      throw invalid("ca-file", "names a file that is not certificates in PEM form");
    }
    throw invalid("ca-file", "names a file without a certificate");
  }

  /**
   * A setting, if present.
   *
   * @param key the name without {@code keyway.}, such as {@code stytch.project-id}
   */
  public Optional<String> value(String key) {
    String text = values.get(canonical(PREFIX + key));
    if (text != null && PLACEHOLDER.matcher(text).find()) {
      throw invalid(
          key,
          "has a placeholder, ${…}, that nothing replaced: is the variable that it names set?");
    }
    return Optional.ofNullable(text);
  }

  /**
   * A setting.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} naming the key when it is absent
   */
  public String required(String key) {
    return value(key)
        .orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.CONFIGURATION_INVALID,
                    "Missing configuration: "
                        + PREFIX
                        + key
                        + " (environment: "
                        + environmentName(key)
                        + ")"));
  }

  /**
   * A positive ISO-8601 duration, if present; another form fails with {@link
   * ErrorCode#CONFIGURATION_INVALID}.
   */
  public Optional<Duration> duration(String key) {
    return nonNegative(key)
        .map(
            duration -> {
              if (duration.isZero()) {
                throw invalid(key, "must be positive");
              }
              return duration;
            });
  }

  /**
   * The base URL of a provider's API, without a slash at the end.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} for anything but {@code https},
   *     or {@code http} to this machine's loopback
   */
  public URI serviceUrl(String key, URI defaultUrl) {
    URI url = emulatorUrl(key, defaultUrl);
    if (isPlain(url) && !isLoopback(url)) {
      throw invalid(key, "must be an https URL; http is for loopback hosts only");
    }
    return url;
  }

  /**
   * The base URL of an emulator, without a slash at the end: {@link #serviceUrl} with {@code http}
   * to every host, as in a network of containers. For credentials that no real service knows.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} for anything but {@code https}
   *     and {@code http}
   */
  public URI emulatorUrl(String key, URI defaultUrl) {
    URI url = value(key).map(text -> uri(key, text, WEB)).orElse(defaultUrl);
    if (!isPlain(url) && !"https".equalsIgnoreCase(url.getScheme())) {
      throw invalid(key, "must be an https URL; http is for loopback hosts only");
    }
    if (url.getRawAuthority().contains("@")
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw invalid(key, "must not have user info, a query or a fragment");
    }
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  /** A failure about a setting, which it names as the setting was written. */
  public AuthException invalid(String key, String problem) {
    String name = key.startsWith(PREFIX) ? key : PREFIX + key;
    return failure(names.getOrDefault(canonical(name), name), problem);
  }

  private static AuthException failure(String name, String problem) {
    return AuthException.of(
        ErrorCode.CONFIGURATION_INVALID, "Configuration " + name + " " + problem);
  }

  /** Reads every common setting, so that none that is wrong waits for the call that needs it. */
  void check() {
    timeout();
    clockSkew();
    callbackUrl();
    relyingPartyId();
    totpIssuer();
    handleKeys();
    maxKeyAge();
    proxyUrl();
    proxyUser();
    trustedCertificates();
  }

  /**
   * Fails when there is a setting under the provider's prefix that nobody reads, or one that is
   * nearly the name of a common setting. Others are left alone: they may belong to another
   * provider, or to another program.
   */
  void refuseUnknown(String providerId, Set<String> providerKeys) {
    refuseMisspelt();
    Set<String> known = new HashSet<>();
    providerKeys.forEach(key -> known.add(canonical(PREFIX + providerId + "." + key)));
    String own = canonical(PREFIX + providerId) + ".";
    for (String key : new TreeMap<>(values).keySet()) {
      if (key.startsWith(own) && !known.contains(key)) {
        String hint =
            known(providerKeys)
                .filter(name -> isMisspelt(key, PREFIX + providerId + "." + name))
                .findFirst()
                .map(name -> "did you mean " + PREFIX + providerId + "." + name + "?")
                .orElseGet(() -> "it has " + known(providerKeys).collect(Collectors.joining(", ")));
        throw invalid(key, "is not a setting of " + providerId + "; " + hint);
      }
    }
  }

  private static Stream<String> known(Set<String> keys) {
    return keys.stream().sorted();
  }

  private void refuseMisspelt() {
    for (String common : COMMON_KEYS) {
      for (String key : new TreeMap<>(values).keySet()) {
        if (isMisspelt(key, PREFIX + common)) {
          throw invalid(key, "is not a setting; did you mean " + PREFIX + common + "?");
        }
      }
    }
  }

  /** One wrong letter, or words that are joined in another way: {@code projectId}. */
  private static boolean isMisspelt(String key, String wanted) {
    String name = canonical(wanted);
    return !key.equals(name)
        && (Spelling.isNear(key, name) || key.replace(".", "").equals(name.replace(".", "")));
  }

  private Optional<Duration> nonNegative(String key) {
    return value(key)
        .map(
            text -> {
              try {
                Duration duration = Duration.parse(text);
                if (!duration.isNegative()) {
                  return duration;
                }
              } catch (DateTimeParseException e) {
                throw invalid(key, "must be an ISO-8601 duration such as PT10S");
              }
              throw invalid(key, "must not be negative");
            });
  }

  private URI uri(String key, String text, String beginning) {
    boolean web = text.toLowerCase(Locale.ROOT).matches("(?s)https?:.*");
    try {
      URI uri = new URI(text);
      if (Arguments.isUrl(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw invalid(key, web ? "is not a URL" : beginning);
    }
    throw invalid(key, web ? "must have a host after http:// or https://" : beginning);
  }

  private static boolean isPlain(URI url) {
    return "http".equalsIgnoreCase(url.getScheme());
  }

  private static boolean isLoopback(URI url) {
    String name = url.getRawAuthority().toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }

  private static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
  }

  private static String environmentName(String key) {
    return (PREFIX + key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  @Override
  public String toString() {
    return "AuthConfig" + new TreeMap<>(values).keySet();
  }
}
