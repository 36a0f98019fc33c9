package dev.keyway.docs;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the examples of a page, as they are printed. */
final class JavaExamples {

  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public )?(?:final )?(?:class|record|interface) (\\w+)", Pattern.MULTILINE);

  private JavaExamples() {}

  /** The first type that an example declares, which names it. */
  static String nameOf(String example) {
    Matcher type = TYPE.matcher(example);
    if (!type.find()) {
      throw new AssertionError("An example declares no type:\n" + example);
    }
    return type.group(1);
  }

  /** Compiles the examples, each a whole file, into {@code folder}. */
  static ClassLoader compile(List<String> examples, Path folder) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String example : examples) {
      sources.add(new Source(nameOf(example), example));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-Xlint:all,-exports",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path", ""));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      compiler.getTask(null, files, problems, options, null, sources).call();
    }
    List<String> complaints =
        problems.getDiagnostics().stream().map(JavaExamples::describe).toList();
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, JavaExamples.class.getClassLoader());
  }

  /** A class around statements, with their imports on top, as JShell would take them. */
  static String wrapped(String type, String statements) {
    String imports =
        statements.lines().filter(JavaExamples::isImport).collect(Collectors.joining("\n"));
    String body =
        statements.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    return imports
        + "\nclass "
        + type
        + " {\n  public static void main(String[] args) throws Exception {\n"
        + body
        + "\n  }\n}\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static String describe(Diagnostic<? extends JavaFileObject> problem) {
    JavaFileObject source = problem.getSource();
    return (source == null ? "" : source.getName() + ":" + problem.getLineNumber() + " ")
        + problem.getMessage(Locale.ROOT);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String type, String text) {
      super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
