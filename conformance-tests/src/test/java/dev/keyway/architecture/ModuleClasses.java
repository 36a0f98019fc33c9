package dev.keyway.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiled classes of one of our modules, from its jar or its folder.
 *
 * @param descriptor what {@code module-info} says
 * @param classes the bytes of each class by its name, with slashes
 */
record ModuleClasses(ModuleDescriptor descriptor, SortedMap<String, byte[]> classes) {
  private static final String SUFFIX = ".class";

  /** The module that a class of it was loaded from, though it was loaded from the class path. */
  static ModuleClasses of(Class<?> one) {
    return at(placeOf(one));
  }

  /** The jar or folder that a class was loaded from. */
  static Path placeOf(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ModuleClasses at(Path place) {
    Set<ModuleReference> found = ModuleFinder.of(place).findAll();
    if (found.size() != 1) {
      throw new IllegalStateException("No module, or several, at " + place + ": " + found);
    }
    ModuleReference module = found.iterator().next();
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (ModuleReader reader = module.open();
        Stream<String> names = reader.list()) {
      for (String name : names.filter(ModuleClasses::isClass).toList()) {
        byte[] bytes = reader.open(name).orElseThrow().readAllBytes();
        classes.put(name.substring(0, name.length() - SUFFIX.length()), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModuleClasses(module.descriptor(), classes);
  }

  /** The packages that everybody sees, with dots. */
  Set<String> exported() {
    return descriptor.exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  byte[] bytes(String type) {
    byte[] bytes = classes.get(type);
    if (bytes == null) {
      throw new IllegalArgumentException("not of this module: " + type);
    }
    return bytes;
  }

  static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('/'))).replace('/', '.');
  }

  private static boolean isClass(String name) {
    return name.endsWith(SUFFIX)
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }
}
