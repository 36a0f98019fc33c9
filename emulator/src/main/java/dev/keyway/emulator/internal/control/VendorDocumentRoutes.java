package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.internal.pipeline.VendorApis;
import jakarta.inject.Inject;
import java.util.List;

/** The OpenAPI documents of the APIs that are emulated. */
final class VendorDocumentRoutes implements ControlRoutes {
  private final VendorApis vendors;

  @Inject
  VendorDocumentRoutes(VendorApis vendors) {
    this.vendors = vendors;
  }

  @Override
  public List<Endpoint> endpoints() {
    return vendors.documents().stream()
        .map(
            document ->
                Endpoint.get("/openapi/" + document.name() + ".json", "openapi." + document.name())
                    .says(
                        "The OpenAPI document of "
                            + document.vendor()
                            + "'s API as it is emulated: every route, built or not.")
                    .givesJson(call -> document.json(call.emulator().publicUrl())))
        .toList();
  }
}
