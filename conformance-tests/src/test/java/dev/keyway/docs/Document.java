package dev.keyway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation. */
public record Document(Path path, String text) {

  private static final Pattern JAVA = examples("java");
  private static final Pattern JAVASCRIPT = examples("javascript");

  /** The repository's folder, whichever module the tests run in. */
  public static final Path ROOT = root(Path.of("").toAbsolutePath());

  /** The page at a path from the repository's folder on. */
  public static Document read(String path) {
    return read(ROOT.resolve(path));
  }

  static Document read(Path path) {
    try {
      return new Document(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page of the repository. */
  static List<Document> all() {
    return Stream.concat(pages(ROOT, 1), pages(ROOT.resolve("docs"), 5)).toList();
  }

  static List<Document> guides() {
    return pages(ROOT.resolve("docs/guides"), 1).toList();
  }

  private static Stream<Document> pages(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream()
          .map(Document::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java examples. */
  List<String> java() {
    return JAVA.matcher(text).results().map(example -> example.group(1)).toList();
  }

  /** The examples for a page's scripts. */
  public List<String> javascript() {
    return JAVASCRIPT.matcher(text).results().map(example -> example.group(1)).toList();
  }

  private static Pattern examples(String language) {
    return Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  }

  /** What stands between {@code <!-- name -->} and {@code <!-- end -->}. */
  String section(String name) {
    Matcher section = sectionPattern(name).matcher(text);
    if (!section.find()) {
      throw new AssertionError(path + " has no section " + name);
    }
    return section.group(2);
  }

  /** The page with another content of a section. */
  Document with(String name, String content) {
    Matcher section = sectionPattern(name).matcher(text);
    return new Document(
        path,
        section.replaceFirst(
            Matcher.quoteReplacement("<!-- " + name + " -->\n" + content + "<!-- end -->")));
  }

  private static Pattern sectionPattern(String name) {
    return Pattern.compile(
        "(<!-- " + Pattern.quote(name) + " -->\\R)(.*?)<!-- end -->", Pattern.DOTALL);
  }

  /** The first column of a section's table, without its code marks. */
  List<String> firstColumn(String name) {
    return section(name)
        .lines()
        .skip(2)
        .map(row -> row.split("\\|", -1)[1].strip().replace("`", ""))
        .toList();
  }

  void write() {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root(Path folder) {
    Path parent = folder.getParent();
    if (Files.exists(folder.resolve("README.md")) && Files.exists(folder.resolve("api/pom.xml"))) {
      return folder;
    }
    if (parent == null) {
      throw new IllegalStateException("The tests do not run inside the repository");
    }
    return root(parent);
  }
}
