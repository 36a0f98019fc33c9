package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that are broken at webhooks, each caught by the rule it breaks. */
class BrokenWebhooksTest {

  private static final String SIGNATURE = "svix-signature";

  @ParameterizedTest
  @ValueSource(
      classes = {
        TellsNobody.class,
        KnowsEveryType.class,
        CountsDeliveries.class,
        SignsNoBody.class,
        FillsInHeaders.class,
        ReadsNamesAsWritten.class,
        KnowsNoTime.class,
        TakesAnySignature.class,
        TakesOnlyTheFirstSecret.class,
        TakesOnlyOneSignature.class,
        NeedsNoSecret.class,
        ReadsAnything.class,
        ReadsHalfAMegabyte.class,
        TakesRecordings.class,
        TakesOnlyTheFirstSignature.class,
        TakesOtherProjects.class
      })
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  private static AuthEvent any() {
    return AuthEvent.builder("msg_any", AuthEventType.OTHER, "any", Instant.EPOCH, "{}").build();
  }

  /** Takes what is refused with this code and these words. */
  private static Saboteur.Sabotage taking(ErrorCode code, String words) {
    return Sabotages.failing(
        (call, e) -> {
          if (e.code() == code && String.valueOf(e.getMessage()).contains(words)) {
            return any();
          }
          throw e;
        });
  }

  /** Refuses some of what is genuine. */
  private static Saboteur.Sabotage refusing(
      Predicate<Map<String, List<String>>> headers, Predicate<byte[]> body) {
    return call -> {
      if (headers.test(headers(call)) || body.test((byte[]) call.argument(1))) {
        throw AuthException.of(ErrorCode.WEBHOOK_REFUSED, "Not liked");
      }
      return call.real();
    };
  }

  /** Tells something else of a genuine event. */
  private static Saboteur.Sabotage telling(BiFunction<Saboteur.Call, AuthEvent, AuthEvent> other) {
    return call -> other.apply(call, (AuthEvent) Objects.requireNonNull(call.real()));
  }

  /** Where something is refused, tries once more with an argument that was once taken. */
  private static Saboteur.Sabotage reusing(int argument) {
    AtomicReference<@Nullable Object> good = new AtomicReference<>();
    return call -> {
      try {
        Object event = call.real();
        good.set(call.argument(argument));
        return event;
      } catch (AuthException e) {
        Object known = good.get();
        if (known == null) {
          throw e;
        }
        return call.realWith(argument, known);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> headers(Saboteur.Call call) {
    return (Map<String, List<String>>) call.argument(0);
  }

  private static String signatures(Map<String, List<String>> headers) {
    return Objects.requireNonNull(headers.get(SIGNATURE)).get(0);
  }

  /** On the provider whose sign-ups and changes have one form. */
  abstract static class BrokenReceiver extends BrokenConformance {
    BrokenReceiver(Saboteur.Sabotage sabotage) {
      super(Area.WEBHOOKS, sabotage);
    }
  }

  @BrokenConformance.Breaks("WHK-001")
  static class TellsNobody extends BrokenReceiver {
    TellsNobody() {
      super(
          telling(
              (call, event) ->
                  AuthEvent.builder(
                          event.id(),
                          event.type(),
                          event.providerType(),
                          event.sentAt(),
                          event.json())
                      .userId(event.userId().orElse(null))
                      .build()));
    }
  }

  @BrokenConformance.Breaks("WHK-002")
  static class KnowsEveryType extends BrokenReceiver {
    KnowsEveryType() {
      super(
          telling(
              (call, event) -> {
                if (event.type() == AuthEventType.OTHER) {
                  throw AuthException.of(ErrorCode.INVALID_RESPONSE, "Unheard of");
                }
                return event;
              }));
    }
  }

  @BrokenConformance.Breaks("WHK-003")
  static class CountsDeliveries extends BrokenReceiver {
    private static final AtomicInteger COUNT = new AtomicInteger();

    CountsDeliveries() {
      super(
          telling(
              (call, event) ->
                  AuthEvent.builder(
                          "msg_" + COUNT.incrementAndGet(),
                          event.type(),
                          event.providerType(),
                          event.sentAt(),
                          event.json())
                      .user(event.user().orElseThrow())
                      .build()));
    }
  }

  @BrokenConformance.Breaks("WHK-004")
  static class SignsNoBody extends BrokenReceiver {
    SignsNoBody() {
      super(reusing(1));
    }
  }

  @BrokenConformance.Breaks("WHK-005")
  static class FillsInHeaders extends BrokenReceiver {
    FillsInHeaders() {
      super(reusing(0));
    }
  }

  /** The client hands names over in lower case, which such a provider does not know. */
  @BrokenConformance.Breaks("WHK-006")
  static class ReadsNamesAsWritten extends BrokenReceiver {
    ReadsNamesAsWritten() {
      super(refusing(headers -> !headers.containsKey("Svix-Id"), body -> false));
    }
  }

  @BrokenConformance.Breaks("WHK-007")
  static class KnowsNoTime extends BrokenReceiver {
    KnowsNoTime() {
      super(taking(ErrorCode.WEBHOOK_REFUSED, "minutes from now"));
    }
  }

  @BrokenConformance.Breaks("WHK-008")
  static class TakesAnySignature extends BrokenReceiver {
    TakesAnySignature() {
      super(taking(ErrorCode.WEBHOOK_REFUSED, "is not signed with"));
    }
  }

  @BrokenConformance.Breaks("WHK-009")
  static class TakesOnlyTheFirstSecret extends BrokenConformance {
    TakesOnlyTheFirstSecret() {
      super(Area.WEBHOOKS, Saboteur.Call::real);
    }

    @Override
    protected AuthHarness openHarness(TestInfo test) {
      return new EmulatorHarness(Vendor.STACK_AUTH) {
        @Override
        public AuthClient.Builder builder(Map<String, String> changes) {
          Map<String, String> first = new HashMap<>(changes);
          first.computeIfPresent(
              "keyway.stack-auth.webhook-secrets", (name, secrets) -> secrets.split(",", 2)[0]);
          return super.builder(first);
        }
      };
    }
  }

  @BrokenConformance.Breaks("WHK-010")
  static class TakesOnlyOneSignature extends BrokenReceiver {
    TakesOnlyOneSignature() {
      super(refusing(headers -> signatures(headers).contains(" "), body -> false));
    }
  }

  @BrokenConformance.Breaks("WHK-011")
  static class NeedsNoSecret extends BrokenReceiver {
    NeedsNoSecret() {
      super(taking(ErrorCode.CONFIGURATION_INVALID, ""));
    }
  }

  @BrokenConformance.Breaks("WHK-012")
  static class ReadsAnything extends BrokenReceiver {
    ReadsAnything() {
      super(taking(ErrorCode.INVALID_RESPONSE, ""));
    }
  }

  @BrokenConformance.Breaks("WHK-013")
  static class ReadsHalfAMegabyte extends BrokenReceiver {
    ReadsHalfAMegabyte() {
      super(refusing(headers -> false, body -> body.length > 512 * 1024));
    }
  }

  @BrokenConformance.Breaks("WHK-014")
  static class TakesRecordings extends BrokenReceiver {
    TakesRecordings() {
      super(taking(ErrorCode.WEBHOOK_REFUSED, "minutes from now"));
    }
  }

  @BrokenConformance.Breaks("WHK-015")
  static class TakesOnlyTheFirstSignature extends BrokenReceiver {
    TakesOnlyTheFirstSignature() {
      super(
          call -> {
            Map<String, List<String>> first = new HashMap<>(headers(call));
            first.put(SIGNATURE, List.of(signatures(first).split(" ", 2)[0]));
            return call.realWith(0, first);
          });
    }
  }

  @BrokenConformance.Breaks("WHK-016")
  static class TakesOtherProjects extends BrokenReceiver {
    TakesOtherProjects() {
      super(taking(ErrorCode.WEBHOOK_REFUSED, "is not signed with"));
    }
  }
}
