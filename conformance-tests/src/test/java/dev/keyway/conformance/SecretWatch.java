package dev.keyway.conformance;

import static java.util.stream.Collectors.joining;

import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.WireEvent;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether a secret that went over the wire is in anything that was logged by library or
 * emulator, at the finest level of every logger, or that a result, a failure or an event says of
 * itself.
 *
 * <p>Texts are compared by their words, since there are too many of both to look for each in each.
 */
final class SecretWatch extends Handler implements AuthObserver {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{8,}");
  private static final Pattern CODE = Pattern.compile("[\"'=:]\\s?(\\d{6})(?=[\"'&\\s,}]|$)");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^(?:authorization|cookie|x-stack-(?:secret-server-key|access-token|refresh-token))"
              + ": *(?:Basic |Bearer )?(.+)$");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\\\?\"(?:\\w*password|\\w*code|\\w*token|\\w*secret|\\w*jwt|\\w*verifier|otp|state"
              + "|challenge|signature|nonce|secret_base64)\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\\r\n]+)");
  private static final Pattern LIST = Pattern.compile("\"recovery_codes\"\\s*:\\s*\\[([^]]*)]");
  private static final Pattern FORM =
      Pattern.compile(
          "(?m)(?:^|[?&])(?:password|code|token|state|client_secret|code_verifier|refresh_token)"
              + "=([^&\\s]+)");

  /** Words that stand where secrets do and are none: names of errors, kinds and the like. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Z_]+|[a-z_-]+");

  /** Of the browser that these tests have for a person: neither library nor emulator has it. */
  private static final Pattern BROWSER =
      Pattern.compile("(?:sun\\.net\\.www|jdk\\.internal\\.httpclient).*");

  private static final Logger ROOT = Logger.getLogger("");

  // Held here, as the JDK forgets loggers that nobody holds, and their levels with them.
  private static final List<Logger> NAMED =
      List.of("org.apache.hc.client5.http.wire", "org.apache.hc.client5.http.headers").stream()
          .map(Logger::getLogger)
          .toList();
  private static final List<Logger> QUIETENED =
      List.of("io.undertow", "org.xnio", "org.jboss.threads").stream()
          .map(Logger::getLogger)
          .toList();

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final Set<String> loggers = ConcurrentHashMap.newKeySet();

  SecretWatch() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
  }

  /** Begins to look at what is logged; levels stay at their finest for the rest of the process. */
  void begin() {
    // What the build quietens is not to be printed either, now that it is written.
    for (Handler printer : ROOT.getHandlers()) {
      if (!(printer instanceof SecretWatch)) {
        printer.setFilter(
            record ->
                record.getLevel().intValue() >= Level.WARNING.intValue()
                    || !String.valueOf(record.getLoggerName()).matches("(io\\.undertow|org\\.).*"));
      }
    }
    ROOT.setLevel(Level.ALL);
    NAMED.forEach(logger -> logger.setLevel(Level.ALL));
    QUIETENED.forEach(logger -> logger.setLevel(Level.ALL));
    ROOT.addHandler(this);
  }

  /** Ends, and fails for each secret that was seen. */
  void end() {
    ROOT.removeHandler(this);
    for (String expected : List.of("org.apache.hc.client5", "io.undertow", "org.xnio")) {
      if (loggers.stream().noneMatch(name -> name.startsWith(expected))) {
        throw new AssertionError("Nothing was logged by " + expected + ": " + loggers);
      }
    }
    if (secrets.size() < 500) {
      throw new AssertionError("Only " + secrets.size() + " secrets went over the wire");
    }
    // By where they were seen; the secrets themselves are not for the report.
    String leaks =
        secrets.stream()
            .filter(seen::containsKey)
            .map(secret -> secret.length() + " characters in " + seen.get(secret))
            .sorted()
            .distinct()
            .limit(20)
            .collect(joining("\n"));
    if (!leaks.isEmpty()) {
      throw new AssertionError("Secrets were seen:\n" + leaks);
    }
  }

  /** The provider, with all that its areas return and throw looked at. */
  AuthProvider listening(AuthProvider real) {
    AuthProvider listened = real;
    for (Area area :
        Arrays.stream(Areas.Builder.class.getMethods())
            .filter(method -> method.getParameterCount() == 1)
            .filter(method -> method.getReturnType() == Areas.Builder.class)
            .map(method -> new Area(method.getName()))
            .toList()) {
      listened =
          BrokenProvider.at(
              area,
              listened,
              call -> {
                try {
                  Object result = call.real();
                  saw("a result of " + area.name() + "." + call.name(), String.valueOf(result));
                  return result;
                } catch (RuntimeException e) {
                  saw("a failure of " + area.name() + "." + call.name(), trace(e));
                  throw e;
                }
              });
    }
    return listened;
  }

  /** Takes the secrets out of what went over the wire. */
  void overheard(String text) {
    for (Pattern pattern : List.of(HEADER, FIELD, LIST, FORM)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        hide(matcher.group(1));
      }
    }
  }

  void hide(String secret) {
    if (secret.matches("\\d{6}")) {
      secrets.add(secret);
    }
    if (!HARMLESS.matcher(secret).matches()) {
      WORD.matcher(secret)
          .results()
          .map(MatchResult::group)
          .filter(word -> !HARMLESS.matcher(word).matches())
          .forEach(secrets::add);
    }
  }

  @Override
  public void onCall(CallEvent event) {
    saw("an event", event.toString());
  }

  @Override
  public void onWire(WireEvent event) {
    saw("an event", event.toString());
  }

  @Override
  public void publish(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (BROWSER.matcher(logger).matches()) {
      return;
    }
    loggers.add(logger);
    String line = getFormatter().formatMessage(record);
    Throwable thrown = record.getThrown();
    saw(
        "the log of " + logger,
        line
            + Arrays.toString(record.getParameters())
            + (thrown == null ? "" : " " + trace(thrown)));
  }

  private void saw(String where, String text) {
    WORD.matcher(text).results().forEach(word -> seen.putIfAbsent(word.group(), where));
    CODE.matcher(text).results().forEach(code -> seen.putIfAbsent(code.group(1), where));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
