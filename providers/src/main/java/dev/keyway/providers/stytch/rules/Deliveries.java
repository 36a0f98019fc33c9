package dev.keyway.providers.stytch.rules;

import dev.keyway.DeliveryOptions;
import dev.keyway.RenewalToken;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limits and languages of what Stytch sends. */
public final class Deliveries {

  private static final Map<String, String> MAIL =
      Map.of("en", "en", "es", "es", "fr", "fr", "pt", "pt-br");
  private static final Map<String, String> TEXT =
      Map.of(
          "en", "en", "es", "es", "fr", "fr", "pt", "pt-br", "it", "it", "de", "de-DE", "zh",
          "zh-Hans", "ca", "ca-ES");

  private Deliveries() {}

  /** An expiry as asked for, null for Stytch's own. */
  public record Minutes(@Nullable Integer asked) {

    public int orElse(int byDefault) {
      return asked == null ? byDefault : asked;
    }
  }

  public static Minutes link(DeliveryOptions options) {
    return minutes(options, 5, 10_080);
  }

  public static Minutes code(DeliveryOptions options) {
    return minutes(options, 1, 10);
  }

  private static Minutes minutes(DeliveryOptions options, int least, int most) {
    String rule = "must be whole minutes from " + least + " to " + most;
    return new Minutes(
        options
            .expiresIn()
            .map(expiry -> Checks.minutes(expiry, "expiresIn", least, most, rule))
            .orElse(null));
  }

  /** The session of the user whom the address or number is added to. */
  public static Optional<RenewalToken> session(DeliveryOptions options) {
    return SealedSession.of(options.attachTo(), "attachTo");
  }

  public static @Nullable String mailLocale(DeliveryOptions options) {
    return locale(options, MAIL);
  }

  public static @Nullable String textLocale(DeliveryOptions options) {
    return locale(options, TEXT);
  }

  /** Text messages are the same for all. */
  public static void requireNoTemplate(DeliveryOptions options) {
    if (options.template().isPresent() || options.signUpTemplate().isPresent()) {
      throw Checks.invalidArgument("template", "is of mails, and this is a text message");
    }
  }

  private static @Nullable String locale(DeliveryOptions options, Map<String, String> known) {
    if (options.locale().isEmpty()) {
      return null;
    }
    Locale locale = options.locale().get();
    String name = known.get(locale.getLanguage());
    boolean traditional =
        locale.getScript().equals("Hant")
            || (locale.getScript().isEmpty() && !locale.getCountry().matches("|CN|SG"));
    if (name == null || (name.equals("zh-Hans") && traditional)) {
      throw Checks.invalidArgument("locale", "is not a language that Stytch writes messages in");
    }
    return name;
  }
}
