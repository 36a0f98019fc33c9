package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.route.ApiDocument;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The APIs that are emulated. Their routes are put together when somebody asks for them. */
@Singleton
public final class VendorApis {
  private final List<VendorApi> apis;
  private @Nullable List<Operation> operations;
  private @Nullable Set<String> operationIds;

  /** Those of {@code apis}. */
  @Inject
  public VendorApis(Set<VendorApi> apis) {
    this.apis = List.copyOf(apis);
  }

  /** Whose requests to that path are. */
  Optional<VendorApi> owner(String path) {
    for (VendorApi api : apis) {
      if (api.owns(path)) {
        return Optional.of(api);
      }
    }
    return Optional.empty();
  }

  /** Loads what the first request to a vendor will need. */
  public void prepare(String provider) {
    for (VendorApi api : apis) {
      if (api.provider().equals(provider)) {
        api.prepare();
      }
    }
  }

  /** Where each API is, in sentences. */
  String whereabouts() {
    return apis.stream()
        .flatMap(api -> api.whereabouts().stream())
        .sorted()
        .map(where -> where + " ")
        .collect(Collectors.joining());
  }

  /** All routes. */
  public synchronized List<Operation> operations() {
    List<Operation> known = operations;
    if (known == null) {
      known = apis.stream().flatMap(api -> api.operations().stream()).toList();
      operations = known;
    }
    return known;
  }

  /** The ids of all routes. No route is put together for them. */
  public synchronized Set<String> operationIds() {
    Set<String> known = operationIds;
    if (known == null) {
      known =
          apis.stream()
              .flatMap(api -> api.operationIds().stream())
              .collect(Collectors.toUnmodifiableSet());
      operationIds = known;
    }
    return known;
  }

  /** The documents of those that are a vendor's, by name. */
  public List<ApiDocument> documents() {
    return apis.stream()
        .flatMap(api -> api.document().stream())
        .sorted(Comparator.comparing(ApiDocument::name))
        .toList();
  }

  /** All routes and errors. */
  public Coverage coverage() {
    return new Coverage(operations(), apis.stream().flatMap(api -> api.errors().stream()).toList());
  }
}
