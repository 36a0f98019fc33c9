package dev.keyway.emulator;

/**
 * An error that an emulated service sends.
 *
 * @param provider the vendor, as {@link VendorService#id} says it
 * @param code the provider's code as it stands in responses and in {@link LedgerEntry#errorCode()}
 * @param status HTTP status
 * @param provenance how code and status are known
 * @param explanation what it means and what usually causes it, in one or two sentences
 */
public record EmulatedError(
    String provider, String code, int status, Provenance provenance, String explanation) {}
