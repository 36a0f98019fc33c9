package dev.keyway.emulator.internal.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.password.HashText;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.totp.Base32;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of texts. A message never quotes what was written: it may be a secret. */
public enum Format implements WordedConstraint {
  /** Keys of live projects have no business in a test's file. */
  TEST_DATA("looks like a live key or id; a seed holds test data only", null),
  ANY("text", null),
  NAME("a name of printable characters", "[^\\x00-\\x1f\\x7f]{1,1000}"),
  EMAIL("an e-mail address", "[^\\s@<>]+@[^\\s@<>]+"),
  PHONE("a phone number like +15005550006", "\\+[1-9][0-9]{6,14}"),
  URL("an absolute URL", null),
  ORIGIN("a site like https://app.example.org", "https?://[^\\s/?#]+/?"),
  UUID("a UUID in lower case", Patterns.UUID),
  EXTERNAL_ID(
      "1 to 128 letters, digits, dots, underscores, bars, hyphens", "[A-Za-z0-9._|-]{1,128}"),
  TOKEN("a token of 16 to 512 URL-safe characters", "[A-Za-z0-9_=-]{16,512}"),
  BASE32("base 32 (RFC 4648)", "[A-Za-z2-7 =-]+"),
  BASE64URL("base64url without padding", "[A-Za-z0-9_-]+"),
  RECOVERY_CODE("a code like abcd-1234-efgh", "[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}"),
  PASSWORD_HASH("a hash that begins with $ and its algorithm; see the guide", "\\$.+"),
  DOMAIN("a domain name", "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"),
  SOCIAL_PROVIDER("a provider's name in lower case, like google", "[^\\s/]{1,100}");

  private static final Pattern LIVE =
      Pattern.compile(
          "(project|secret|public-token|user|session|password|totp|totp-recovery-code|email"
              + "|phone-number|webauthn-registration|oauth-user|oauth-callback)-live-.*");

  private final String words;
  private final @Nullable String regex;
  private final @Nullable Pattern pattern;

  Format(String words, @Nullable String regex) {
    this.words = words;
    this.regex = regex;
    this.pattern = regex == null ? null : Pattern.compile(regex);
  }

  /** The type of texts of this format. */
  public Type<String> type() {
    Type<String> type = Type.text();
    for (Format demanded : demanded()) {
      type = type.that(demanded);
    }
    return type;
  }

  /** What is wrong with a text; empty if nothing is. */
  public Optional<String> problem(String text) {
    return demanded().stream()
        .filter(format -> !format.accepts(text))
        .map(Format::words)
        .findFirst();
  }

  private List<Format> demanded() {
    return switch (this) {
      case ANY -> List.of();
      case NAME, EMAIL -> List.of(this);
      default -> List.of(TEST_DATA, this);
    };
  }

  @Override
  public String words() {
    return this == TEST_DATA ? words : "must be " + words;
  }

  @Override
  public boolean accepts(String text) {
    return (pattern == null || pattern.matcher(text).matches()) && holds(text);
  }

  @Override
  public void describe(ObjectNode schema) {
    if (regex != null) {
      schema.put("pattern", "^(" + regex + ")$");
    }
  }

  /** What a pattern cannot say. */
  private boolean holds(String text) {
    return switch (this) {
      case TEST_DATA -> !LIVE.matcher(text).matches();
      case NAME -> !text.isBlank();
      case EMAIL -> email(text);
      case URL -> absolute(text);
      case BASE32 -> base32(text);
      case PASSWORD_HASH -> hash(text);
      default -> true;
    };
  }

  private static boolean email(String text) {
    return text.length() <= 320 && !text.contains("..") && !text.contains(".@");
  }

  private static boolean absolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean base32(String text) {
    try {
      return Base32.decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean hash(String text) {
    try {
      PasswordHash hash = HashText.parse(text);
      return hash != null;
    } catch (PasswordHash.Malformed e) {
      return false;
    }
  }

  /** What patterns are made of. */
  public static final class Patterns {
    /** A UUID in lower case. */
    public static final String UUID =
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Patterns() {}
  }
}
