package dev.keyway.providers.spring;

import dev.keyway.AuthConfig;
import dev.keyway.spi.AuthProviderFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * The settings of an environment. Known ones are read one by one, so that Spring Boot's own rules
 * say which spelling is meant and which source wins; what is left is handed on as it is, for {@link
 * AuthConfig} to refuse or for a provider that only its client finds.
 */
final class EnvironmentSettings {

  private static final String PREFIX = "keyway.";

  /** Lists in YAML; elsewhere a text with commas. */
  static final Set<String> LISTS =
      Set.of("handle-keys", "stack-auth.webhook-secrets", "stytch.webhook-secrets");

  /** May be written as Spring Boot writes durations: {@code 10s}. */
  static final Set<String> DURATIONS =
      Set.of("timeout", "clock-skew", "max-key-age", "stytch.session-duration");

  /** A number without a unit is refused: it would be milliseconds here and seconds elsewhere. */
  private static final Pattern WITH_UNIT = Pattern.compile("\\d+(ns|us|ms|s|m|h|d)");

  private static final int MOST_BROKEN_PROVIDERS = 100;

  private final Binder binder;

  EnvironmentSettings(Environment environment) {
    this.binder = Binder.get(environment);
  }

  AuthConfig config() {
    Map<String, String> settings = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (String key : knownKeys(AuthProviderFactory.class.getClassLoader())) {
      known.add(uniform(key));
      value(key).ifPresent(value -> settings.put(PREFIX + key, value));
    }
    rest()
        .forEach(
            (name, value) -> {
              // Sources come in the order of their precedence.
              if (known.add(uniform(name))) {
                settings.put(PREFIX + name, value);
              }
            });
    return AuthConfig.of(settings);
  }

  private Optional<String> value(String key) {
    if (LISTS.contains(key)) {
      return binder
          .bind(PREFIX + key, Bindable.listOf(String.class))
          .map(values -> String.join(",", values))
          .map(Optional::of)
          .orElse(Optional.empty());
    }
    Optional<String> text =
        binder
            .bind(PREFIX + key, Bindable.of(String.class))
            .map(Optional::of)
            .orElse(Optional.empty());
    return DURATIONS.contains(key) ? text.map(EnvironmentSettings::iso) : text;
  }

  private Map<String, String> rest() {
    return binder
        .bind("keyway", Bindable.mapOf(String.class, String.class))
        .orElseGet(LinkedHashMap::new);
  }

  private static String iso(String text) {
    String duration = text.strip().toLowerCase(Locale.ROOT);
    return WITH_UNIT.matcher(duration).matches()
        ? DurationStyle.detectAndParse(duration).toString()
        : text;
  }

  /** As Spring Boot compares names: without case, dashes and the like, and without indexes. */
  private static String uniform(String name) {
    return name.replaceAll("\\[\\d+]", "").replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** The settings that Keyway and the providers on the class path have, without the prefix. */
  static Set<String> knownKeys(ClassLoader own) {
    Set<String> keys = new TreeSet<>(AuthConfig.commonKeys());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    for (ClassLoader loader : context == null ? List.of(own) : List.of(context, own)) {
      Iterator<AuthProviderFactory> factories =
          ServiceLoader.load(AuthProviderFactory.class, loader).iterator();
      for (int broken = 0; broken < MOST_BROKEN_PROVIDERS; ) {
        try {
          if (!factories.hasNext()) {
            break;
          }
          AuthProviderFactory factory = factories.next();
          factory.keys().forEach(key -> keys.add(factory.id() + "." + key));
        } catch (ServiceConfigurationError e) {
          // The client says so when it is the one that is asked for.
          broken++;
        }
      }
    }
    return keys;
  }
}
