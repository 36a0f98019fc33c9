package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.vendor.Vendor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of one project as a form: one field for each row, and what was typed into it. */
final class SettingsForm {
  private final Vendor vendor;

  /** What stands in the fields, as text; a box that is ticked has "yes". */
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** What was typed, where it can be. */
  private final Map<String, Object> values = new LinkedHashMap<>();

  private final Map<String, String> problems = new LinkedHashMap<>();

  private SettingsForm(Vendor vendor) {
    this.vendor = vendor;
  }

  /** As the project is. */
  static SettingsForm of(Vendor vendor, VendorService service) {
    SettingsForm form = new SettingsForm(vendor);
    Map<String, Object> present = service.settingValues();
    for (Attribute<?> row : vendor.settings().all()) {
      form.texts.put(row.name(), text(row, present.getOrDefault(row.name(), "")));
    }
    return form;
  }

  /** As it was sent. */
  static SettingsForm sent(Vendor vendor, UiCall call) {
    SettingsForm form = new SettingsForm(vendor);
    for (Attribute<?> row : vendor.settings().all()) {
      String typed = call.field(row.name());
      form.texts.put(row.name(), typed);
      try {
        Object plain = plain(row, typed);
        row.check("", plain);
        form.values.put(row.name(), plain);
      } catch (InvalidAttribute e) {
        form.problems.put(row.name(), (e.path() + " " + e.problem()).strip());
      } catch (Json.Malformed e) {
        form.problems.put(row.name(), "must be JSON");
      }
    }
    return form;
  }

  /** What is wrong, in a sentence; empty if nothing is. */
  String problem() {
    return problems.isEmpty()
        ? ""
        : "cannot be so: "
            + problems.keySet().stream().map(SettingsForm::label).collect(Collectors.joining(", "))
            + ". No setting was changed.";
  }

  /** What was typed, by name. */
  Map<String, Object> values() {
    return values;
  }

  Element html(UiCall call, World world) {
    Element form = call.form(Addresses.world(world, "settings", vendor.id())).cls("card settings");
    for (Attribute<?> row : vendor.settings().all()) {
      form.add(
          field(row)
              .hint(row.sentence())
              .problem(sentence(problems.getOrDefault(row.name(), "")))
              .build());
    }
    return form.add(
        el("p", el("button", "Change " + vendor.name()).cls("primary")).cls("wide buttons"));
  }

  private FormField field(Attribute<?> row) {
    String text = texts.getOrDefault(row.name(), "");
    String label = label(row.name());
    return switch (row.control()) {
      case BOX -> FormField.tick(vendor.id(), row.name(), label).ticked(!text.isEmpty());
      case CHOICE -> FormField.choice(vendor.id(), row.name(), label, words(row), text);
      case NUMBER -> FormField.input("number", vendor.id(), row.name(), label, text);
      case LINE -> FormField.text(vendor.id(), row.name(), label, text);
      case LINES, TREE -> FormField.area(vendor.id(), row.name(), label, text).cls("wide");
    };
  }

  private static Map<String, String> words(Attribute<?> row) {
    Map<String, String> words = new LinkedHashMap<>();
    row.words().forEach(word -> words.put(word, word));
    return words;
  }

  private static String text(Attribute<?> row, Object plain) {
    return switch (row.control()) {
      case BOX -> Boolean.TRUE.equals(plain) ? "yes" : "";
      case LINES ->
          ((List<?>) plain).stream().map(String::valueOf).collect(Collectors.joining("\n"));
      case TREE -> Json.writeIndented(PlainValues.tree(plain));
      default -> String.valueOf(plain);
    };
  }

  private static Object plain(Attribute<?> row, String typed) throws Json.Malformed {
    return switch (row.control()) {
      case BOX -> !typed.isEmpty();
      case NUMBER -> number(typed);
      case LINES -> typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      case TREE -> tree(typed);
      default -> typed;
    };
  }

  private static Object number(String typed) {
    return typed.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(typed) : typed;
  }

  private static Object tree(String typed) throws Json.Malformed {
    Object plain = PlainValues.of(Json.read(typed));
    return plain == null ? "" : plain;
  }

  /** {@code signUpEnabled} in words. */
  private static String label(String name) {
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return sentence(words);
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
