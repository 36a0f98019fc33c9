package dev.keyway.emulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was answered. Holds no secret: values that are not known to be harmless are
 * replaced before the entry is made.
 *
 * @param sequence counts up from 1 in each ledger
 * @param at when the request came, by the world's clock
 * @param world name of the world; empty when the request belonged to none
 * @param provider the vendor, as {@link VendorService#id} says it
 * @param operation operation id; {@link AuthEmulator#operations()} lists them
 * @param method HTTP method
 * @param route path template of the route, or the path itself when no route matched
 * @param path path of the request without its query
 * @param status HTTP status sent; 0 when the connection was dropped without a response
 * @param errorCode the provider's error code; null on success and where the provider gives none
 * @param took real time from the last byte read to the response made
 * @param request redacted summary of query and body
 * @param answer redacted summary of the response
 * @param fault the fault that was applied, in words; null when there was none
 * @param requestId the vendor's id of the request, as the response told it and as {@code
 *     ProviderError.requestId()} of the library has it; null where the vendor tells none
 * @param userId whose request it was; null where nothing in it names a user
 * @param address the e-mail address or phone number that it was about; null where there is none
 * @param cause the one thing that was wrong, which the response may keep to itself: a wrong
 *     password and a wrong project secret may have one error code; null where the error code says
 *     it all
 * @param neutralCode the name of the library's {@code ErrorCode} that the response becomes, unless
 *     the call goes on with another request; two, joined by " or ", where one route serves two
 *     calls of the library; null on success
 */
public record LedgerEntry(
    long sequence,
    Instant at,
    String world,
    String provider,
    String operation,
    String method,
    String route,
    String path,
    int status,
    @Nullable String errorCode,
    Duration took,
    String request,
    String answer,
    @Nullable String fault,
    @Nullable String requestId,
    @Nullable String userId,
    @Nullable String address,
    @Nullable String cause,
    @Nullable String neutralCode) {

  /** One line for a report. */
  @Override
  public String toString() {
    return "#%d %s %s -> %s%s (%s, %d us)%s%s%s"
            .formatted(
                sequence,
                method,
                path,
                status == 0 ? "dropped" : Integer.toString(status),
                errorCode == null ? "" : " " + errorCode,
                operation,
                took.toNanos() / 1000,
                fault == null ? "" : " [fault: " + fault + "]",
                request.isEmpty() ? "" : "\n    > " + request,
                answer.isEmpty() ? "" : "\n    < " + answer)
        + (cause == null ? "" : "\n    why: " + cause)
        + (neutralCode == null ? "" : "\n    in the library: " + neutralCode);
  }
}
