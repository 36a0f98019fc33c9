package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.http.BrowserMarks;
import dev.keyway.emulator.internal.http.HostNames;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Keeps web pages from what they are no part of. Whoever is no browser is served. A browser must
 * have come under a name of this emulator (DNS rebinding), and where a project's keys are no secret
 * its page must be of this machine, of such a name, or trusted by the project. What is refused is
 * not carried out, and a page of another origin cannot read the refusal.
 */
@Singleton
final class PageRule {
  private static final String DECLARE =
      "declare it with --host-name, in Java with AuthEmulator.builder().hostName(...)";

  private final HostNames names;

  @Inject
  PageRule(HostNames names) {
    this.names = names;
  }

  /** Why a request is not even looked at; empty when it is. */
  Optional<Response> refusalByHost(Request request) {
    return BrowserMarks.in(request) && !names.know(request)
        ? refused(
            "A browser asked for this emulator by a name that is none of its own. If this name"
                + " shall lead here, "
                + DECLARE
                + ".")
        : Optional.empty();
  }

  /**
   * Why a project does not answer; empty when it does.
   *
   * @param pages those that it trusts; empty when its keys are a secret, which is guard enough
   */
  Optional<Response> refusalByPage(Request request, Optional<Pages> pages) {
    return pages
        .filter(trusted -> !admits(trusted, request))
        .flatMap(
            trusted ->
                refused(
                    "This project's keys are known to everybody, so it answers pages of this"
                        + " machine only, and of the emulator's own names. If the page's host shall"
                        + " be one of these, "
                        + DECLARE
                        + trusted.remedy()
                        + "."));
  }

  private boolean admits(Pages pages, Request request) {
    Optional<String> origin = BrowserMarks.origin(request);
    if (origin.isPresent()) {
      return names.knowOrigin(origin.get()) || pages.trusted().test(origin.get());
    }
    boolean neighbour =
        BrowserMarks.site(request).filter("same-site"::equals).isPresent()
            && names.loopback(request);
    return !BrowserMarks.foreignSite(request) || neighbour || BrowserMarks.navigation(request);
  }

  private static Optional<Response> refused(String sentence) {
    Response response = Response.text(403, sentence + "\n").withHeader("cache-control", "no-store");
    return Optional.of(response.withDiagnosis(response.diagnosis().withCause(sentence)));
  }
}
