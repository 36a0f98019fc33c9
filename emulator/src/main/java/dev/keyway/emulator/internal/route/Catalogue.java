package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every route that a vendor has, whether the emulator answers it or not. Read from a file of one
 * line per route: method, path, operation id, provenance and source, apart by blanks; the source
 * may hold blanks itself. Lines that begin with {@code #} and empty ones are for people. Immutable.
 */
public final class Catalogue {
  private static final String FILE = "routes.txt";
  private static final int COLUMNS = 5;

  private final Map<String, CatalogueRoute> byOperation;

  private final RouteTable<CatalogueRoute> table = new RouteTable<>();

  private Catalogue(Map<String, CatalogueRoute> byOperation) {
    this.byOperation = Collections.unmodifiableMap(byOperation);
    byOperation
        .values()
        .forEach(
            line ->
                table.add(
                    new Route<>(
                        line.method(), line.path(), line.operation(), line.provenance(), line)));
  }

  /**
   * Reads {@value #FILE} in {@code owner}'s package.
   *
   * @throws IllegalStateException if there is none, or a line of it makes no sense
   */
  public static Catalogue beside(Class<?> owner) {
    try (InputStream in = owner.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + FILE + " beside " + owner.getName());
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what such a file holds. */
  static Catalogue of(String text) {
    Map<String, CatalogueRoute> routes = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        CatalogueRoute route = read(line, number);
        if (routes.putIfAbsent(route.operation(), route) != null) {
          throw mistake(number, "lists " + route.operation() + " a second time");
        }
      }
    }
    return new Catalogue(routes);
  }

  /** All of them, in the order of the file. */
  public Collection<CatalogueRoute> routes() {
    return byOperation.values();
  }

  /** The operation ids of all of them. */
  Set<String> operations() {
    return byOperation.keySet();
  }

  /** Finds the line of a request. */
  RouteTable.Match<CatalogueRoute> match(String method, String path) {
    return table.match(method, path);
  }

  /** The route of that operation id. */
  Optional<CatalogueRoute> find(String operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }

  private static CatalogueRoute read(String line, int number) {
    String[] columns = line.strip().split("\\s+", COLUMNS);
    if (columns.length < COLUMNS) {
      throw mistake(number, "has fewer than " + COLUMNS + " columns");
    }
    HttpMethod method =
        HttpMethod.named(columns[0])
            .orElseThrow(() -> mistake(number, "begins with no method: " + columns[0]));
    if (!columns[1].startsWith("/")) {
      throw mistake(number, "has no path: " + columns[1]);
    }
    Provenance provenance =
        Arrays.stream(Provenance.values())
            .filter(known -> known.tag().equals(columns[3]))
            .findFirst()
            .orElseThrow(() -> mistake(number, "has no provenance: " + columns[3]));
    if (columns[2].indexOf('.') < 1) {
      throw mistake(number, "has no operation id: " + columns[2]);
    }
    return new CatalogueRoute(method, columns[1], columns[2], provenance, columns[4]);
  }

  private static IllegalStateException mistake(int line, String words) {
    return new IllegalStateException("Line " + line + " of " + FILE + " " + words);
  }
}
