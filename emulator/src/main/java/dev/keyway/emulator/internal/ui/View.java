package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page: what it is about and what it shows. {@link Layout} puts the rest around it. */
final class View {
  private final String title;
  private final @Nullable World world;
  private final Section section;
  private final List<Html> content = new ArrayList<>();
  private final List<Html> actions = new ArrayList<>();
  private Html lead = Html.NONE;
  private String problem = "";

  private View(String title, @Nullable World world, Section section) {
    this.title = title;
    this.world = world;
    this.section = section;
  }

  /** A page of no section. */
  static View of(String title) {
    return new View(title, null, Section.NONE);
  }

  /** A page of the emulator as a whole. */
  static View of(String title, Section section) {
    return new View(title, null, section);
  }

  /** A page of one world. */
  static View of(String title, World world, Section section) {
    return new View(title, world, section);
  }

  /** Says below the heading what the page is. */
  View lead(String words) {
    return lead(Html.text(words));
  }

  /** Says below the heading what the page is. */
  View lead(Html words) {
    this.lead = words;
    return this;
  }

  /** Adds a control beside the heading. */
  View action(Html control) {
    actions.add(control);
    return this;
  }

  /** Says why what was typed cannot be; empty for nothing. */
  View problem(String words) {
    this.problem = words;
    return this;
  }

  /** Adds content. */
  View content(Html... pieces) {
    content.addAll(List.of(pieces));
    return this;
  }

  /** The finished page: 200, or 400 when there is a problem. */
  Response response(UiCall call) {
    return Response.text(problem.isEmpty() ? 200 : 400, Html.document(Layout.page(this, call)))
        .withContentType("text/html; charset=utf-8");
  }

  String title() {
    return title;
  }

  Optional<World> world() {
    return Optional.ofNullable(world);
  }

  Section section() {
    return section;
  }

  Html leadWords() {
    return lead;
  }

  String problemWords() {
    return problem;
  }

  List<Html> actions() {
    return actions;
  }

  List<Html> pieces() {
    return content;
  }
}
