package dev.keyway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Webhooks with the checks that are the same for every provider. */
final class GuardedWebhooks implements Webhooks {

  private final CallPipeline pipeline;
  private final Supplier<Webhooks> area;

  GuardedWebhooks(CallPipeline pipeline, Supplier<Webhooks> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public AuthEvent receive(Map<String, List<String>> headers, byte[] body, CallOptions options) {
    Map<String, List<String>> names = lowerCase(Arguments.notNull(headers, "headers"));
    // What was checked and what is read are the same bytes, whatever the caller does to its own.
    byte[] bytes = Arguments.notNull(body, "body").clone();
    Arguments.notNull(options, "options");
    return pipeline
        .call("webhooks.receive", options)
        .needs(Capability.WEBHOOK)
        .get(() -> area.get().receive(names, bytes, options));
  }

  /**
   * Header names in lower case (RFC 9110, section 5.1). HTTP clients keep their status line under
   * null; it is none of the headers.
   */
  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    for (Map.Entry<@Nullable String, @Nullable List<String>> header :
        ((Map<@Nullable String, @Nullable List<String>>) headers).entrySet()) {
      String name = header.getKey();
      if (name != null) {
        List<String> values = Arguments.copyList(header.getValue(), "headers element");
        copy.merge(name.toLowerCase(Locale.ROOT), values, GuardedWebhooks::both);
      }
    }
    return copy;
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
