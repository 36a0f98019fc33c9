package dev.keyway.emulator.internal.admin;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.internal.http.Defects;
import dev.keyway.emulator.internal.http.HostNames;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the emulator serves as itself rather than as a provider. */
@Singleton
public final class AdminEndpoints {
  private final List<AdminEndpoint> endpoints;
  private final AuthEmulator emulator;
  private final HostNames names;
  private final Defects defects;

  @Inject
  AdminEndpoints(
      Set<AdminEndpoint> endpoints, AuthEmulator emulator, HostNames names, Defects defects) {
    this.endpoints =
        endpoints.stream().sorted(Comparator.comparingInt(AdminEndpoint::order)).toList();
    this.emulator = emulator;
    this.names = names;
    this.defects = defects;
  }

  /** Answers a request to the emulator itself; empty when it is for somebody else. */
  public Optional<Response> answer(Request request) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.owns(request.path()))
        .findFirst()
        .map(endpoint -> answer(endpoint, request));
  }

  private Response answer(AdminEndpoint endpoint, Request request) {
    return new OriginPolicy(names, emulator.publicUrl())
        .refusal(request, endpoint.opensFromOtherSites())
        .map(reason -> AdminError.response(403, "forbidden", reason))
        .orElseGet(() -> safely(endpoint, request));
  }

  private Response safely(AdminEndpoint endpoint, Request request) {
    try {
      return endpoint.answer(request, emulator);
    } catch (RuntimeException e) {
      String id = defects.log(request, e);
      // The exception's own text may quote what was sent.
      return AdminError.response(
              500,
              "internal_error",
              "The emulator failed: " + e.getClass().getSimpleName() + ", request id " + id)
          .withHeader(Defects.HEADER, id);
    }
  }
}
