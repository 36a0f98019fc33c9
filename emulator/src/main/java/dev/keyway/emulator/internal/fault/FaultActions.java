package dev.keyway.emulator.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How faults are carried out. */
final class FaultActions {
  private FaultActions() {}

  /** The rule that carries {@code spec} out. */
  static FaultRule rule(FaultTable table, FaultSpec spec) {
    FaultEffect effect = spec.effect();
    if (effect instanceof FaultEffect.Hold hold) {
      return new HoldRule(table, spec, new Latch(), Deadline.in(hold.longest()));
    } else if (effect instanceof FaultEffect.Delay delay) {
      return new DelayRule(table, spec, new Latch(), delay.time());
    } else if (effect instanceof FaultEffect.RateLimit limit) {
      RateLimitTrigger trigger =
          new RateLimitTrigger(table.clock(), limit, spec.occasions().after(), request -> "");
      return new FaultRule(table, spec, adding(spec.headers(), trigger.refusal(true)), trigger);
    } else if (effect instanceof FaultEffect.Respond respond) {
      return responding(
          table, spec, (process, failure) -> Optional.of(failure.apply(respond.status())));
    } else if (effect instanceof FaultEffect.RespondWith respond) {
      Response response = response(respond);
      return responding(table, spec, (process, failure) -> Optional.of(response));
    } else if (effect instanceof FaultEffect.ContentType label) {
      return new FaultRule(
          table,
          spec,
          (process, failure) -> Optional.of(process.get().withContentType(label.contentType())));
    }
    return new FaultRule(table, spec, cut((FaultEffect.Cut) effect));
  }

  private static FaultRule.Action cut(FaultEffect.Cut cut) {
    return switch (cut) {
      case BEFORE_PROCESSING -> (process, failure) -> Optional.empty();
      case AFTER_PROCESSING ->
          (process, failure) -> {
            Response unused = process.get();
            return Optional.empty();
          };
      case WITHIN_THE_BODY ->
          (process, failure) -> {
            Response whole = process.get();
            String body = whole.body();
            return Optional.of(whole.withBody(body.substring(0, body.length() / 2)));
          };
    };
  }

  private static FaultRule responding(FaultTable table, FaultSpec spec, FaultRule.Action action) {
    return new FaultRule(table, spec, adding(spec.headers(), action));
  }

  private static FaultRule.Action adding(List<Header> headers, FaultRule.Action action) {
    return (process, failure) ->
        action.apply(process, failure).map(response -> withHeaders(response, headers));
  }

  private static Response withHeaders(Response response, List<Header> headers) {
    Response more = response;
    for (Header header : headers) {
      more = more.withHeader(header.name(), header.value());
    }
    return more;
  }

  private static Response response(FaultEffect.RespondWith respond) {
    String body = respond.body();
    // As JSON where it is some: so the ledger can tell what is secret in it.
    return new Response(
        respond.status(), Map.of(), respond.contentType(), body, json(body), null, Diagnosis.NONE);
  }

  private static @Nullable JsonNode json(String body) {
    try {
      return Json.read(body);
    } catch (Json.Malformed e) {
      return null;
    }
  }
}
