package dev.keyway.modules;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our modules as they were just built, with the libraries that their users get along with them. */
final class ModulePath {
  private final Set<Path> places = new LinkedHashSet<>();

  /** The modules that these classes belong to; not what they need. */
  ModulePath with(Class<?>... classes) {
    Stream.of(classes).map(ModulePath::placeOf).forEach(places::add);
    return this;
  }

  ModulePath with(Path module) {
    places.add(module);
    return this;
  }

  /** What the module of a class depends on at run time, as its build wrote it down. */
  ModulePath withLibrariesOf(Class<?> one) throws IOException {
    Path list = placeOf(one).resolveSibling("runtime-libraries.txt");
    if (Files.notExists(list)) {
      throw new AssertionError(list + " is missing: build with mvn, which writes it");
    }
    Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .forEach(places::add);
    return this;
  }

  @Override
  public String toString() {
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  static Path placeOf(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toRealPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
