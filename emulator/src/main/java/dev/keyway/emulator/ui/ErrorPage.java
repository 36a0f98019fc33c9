package dev.keyway.emulator.ui;

import static dev.keyway.emulator.ui.html.Html.el;

import dev.keyway.emulator.http.Answer;

/** Pages for what went wrong. */
final class ErrorPage {
  private ErrorPage() {}

  static Answer notFound(UiCall call, String reason) {
    return of(call, 404, "Not found", reason);
  }

  static Answer of(UiCall call, int status, String title, String reason) {
    return View.of(title)
        .lead(reason)
        .content(el("p", el("a", "Go to the worlds").href(Places.start())))
        .answer(call)
        .withStatus(status);
  }
}
