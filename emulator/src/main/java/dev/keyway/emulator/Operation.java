package dev.keyway.emulator;

/**
 * A route of an emulated service.
 *
 * @param provider the vendor, as {@link VendorService#id} says it
 * @param id operation id, which begins with the vendor; several routes may share one
 * @param method HTTP method
 * @param path path template with parameters in braces
 * @param provenance how its behaviour is known
 * @param built false for a route that the real service has and the emulator answers with 501
 */
public record Operation(
    String provider, String id, String method, String path, Provenance provenance, boolean built) {}
