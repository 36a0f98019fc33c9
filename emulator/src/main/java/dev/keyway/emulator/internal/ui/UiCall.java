package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One request for a page. Immutable. */
final class UiCall {
  private final Request request;
  private final AuthEmulator emulator;
  private final Map<String, String> parameters;
  private final Providers providers;
  private final String formToken;
  private final Clock machineClock;
  private final Map<String, List<String>> form;

  UiCall(
      Request request,
      AuthEmulator emulator,
      Map<String, String> parameters,
      Providers providers,
      String formToken,
      Clock machineClock) {
    this.request = request;
    this.emulator = emulator;
    this.parameters = parameters;
    this.providers = providers;
    this.formToken = formToken;
    this.machineClock = machineClock;
    this.form = FormValues.parse(request.bodyText());
  }

  Request request() {
    return request;
  }

  AuthEmulator emulator() {
    return emulator;
  }

  /** The vendors. */
  Providers providers() {
    return providers;
  }

  Instant machineTime() {
    return machineClock.instant();
  }

  /** A parameter of the path, decoded. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** A parameter of the query without blanks around it; empty when it is missing. */
  String query(String name) {
    return request.query(name).orElse("").strip();
  }

  /** A field of the form that was sent without blanks around it; empty when it is missing. */
  String field(String name) {
    List<String> values = form.get(name);
    return values == null ? "" : values.get(0).strip();
  }

  /** Whether the form that was sent has the field: a box was ticked. */
  boolean has(String name) {
    return form.containsKey(name);
  }

  /** The world that the path names. */
  World world() {
    return emulator
        .world(parameter("world"))
        .orElseThrow(() -> new NoSuchPage("There is no open world of that id or name."));
  }

  /** A form that posts to {@code action}. */
  Element form(Url action) {
    return el("form")
        .attr("method", "post")
        .action(action)
        .add(
            el("input")
                .attr("type", "hidden")
                .attr("name", FormToken.FIELD)
                .attr("value", formToken));
  }

  /** A form that is nothing but a button. */
  Element button(Url action, String label) {
    return button(action, label, "");
  }

  /**
   * A form that is nothing but a button.
   *
   * @param about what the button is for, where {@code label} alone would not tell it from others
   */
  Element button(Url action, String label, String about) {
    Element button = el("button", label).cls("quiet");
    if (!about.isEmpty()) {
      button.add(el("span", " " + about).cls("vh"));
    }
    return form(action).cls("inline").add(button);
  }

  /** 303: after a form was sent the browser must get the next page, not post to it. */
  static Response seeOther(Url target) {
    return Response.empty(303).withLocation(target.toString());
  }

  /** On to a page that says what was done. */
  static Response seeOther(Url target, Notice notice) {
    return seeOther(target.with(Notice.PARAMETER, notice.code()));
  }
}
