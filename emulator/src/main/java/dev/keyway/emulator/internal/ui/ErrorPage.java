package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.internal.http.Response;

/** Pages for what went wrong. */
final class ErrorPage {
  private ErrorPage() {}

  static Response notFound(UiCall call, String reason) {
    return of(call, 404, "Not found", reason);
  }

  static Response of(UiCall call, int status, String title, String reason) {
    return View.of(title)
        .lead(reason)
        .content(el("p", el("a", "Go to the worlds").href(Addresses.start())))
        .response(call)
        .withStatus(status);
  }
}
