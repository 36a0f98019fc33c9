package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.answer.AnswerTable;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Whether answers have the fields that the vendors' have, all of them and no others. A difference
 * fails the test that met it. When all tests have run, each row of the table must have been seen.
 */
final class VendorAnswers {
  private static final AnswerTable TABLE = AnswerTable.read();

  /** Apple's signature is needed for it, which nobody here can make. */
  private static final String NEVER = "stackauth.oauth.apple-native";

  private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

  private VendorAnswers() {}

  /** Fails if an answer of success is not what the table says. */
  static void check(Operation operation, HttpResponse<String> response, Wire.Reply reply) {
    boolean json = reply.header("content-type").orElse("").startsWith("application/json");
    // What cannot be read at all is a fault's doing.
    if (reply.status() >= 300 || !json || reply.json().isMissingNode()) {
      return;
    }
    String type = response.request().headers().firstValue("x-stack-access-type").orElse("");
    TABLE
        .row(operation.id(), type)
        .ifPresent(
            row -> {
              SEEN.add(row);
              assertEquals(
                  List.of(),
                  TABLE.differences(row, reply.json()),
                  () -> row + " is not answered as the vendor answers it");
            });
  }

  /** The rows that no test has seen an answer of. */
  static Set<String> neverSeen() {
    Set<String> never = new TreeSet<>(TABLE.rows());
    never.removeAll(SEEN);
    never.remove(NEVER);
    return never;
  }
}
