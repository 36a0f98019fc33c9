package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.token.Signatures;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a vendor's requests: one at a time for each project but for their signatures, and with a
 * response whatever happens.
 */
public final class AnswerLoop {
  private final System.Logger log;

  /**
   * For one vendor.
   *
   * @param provider its id, which the log of defects is named for
   */
  public AnswerLoop(String provider) {
    this.log = System.getLogger("dev.keyway.emulator." + provider);
  }

  /**
   * Answers a request.
   *
   * @param project what requests to one project hold; null when it is about none
   * @param process answers, refusals included
   * @param defect answers when {@code process} throws; the response's request id finds the line in
   *     the log
   */
  public Response answer(
      Request request,
      @Nullable Lock project,
      Supplier<Response> process,
      Supplier<Response> defect) {
    try (Signatures later = Signatures.putOff()) {
      return later.complete(locked(request, project, process, defect));
    }
  }

  private Response locked(
      Request request,
      @Nullable Lock project,
      Supplier<Response> process,
      Supplier<Response> defect) {
    if (project != null) {
      project.lock();
    }
    try {
      return process.get();
    } catch (RuntimeException thrown) {
      Response response = defect.get();
      log.log(
          Level.WARNING,
          "Cannot answer " + request + ", request id " + response.diagnosis().requestId(),
          thrown);
      return response;
    } finally {
      if (project != null) {
        project.unlock();
      }
    }
  }
}
