package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.schema.Field.choice;

import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.pipeline.VendorApis;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.vendor.Vendor;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What the control API calls the vendors, and whose examples it shows. */
final class VendorTerms {
  /** What requests to the social providers and for pictures are booked under: no vendor's. */
  private static final List<String> OWN = List.of("oauth", "pictures");

  private final List<Vendor> vendors;
  private final VendorApis apis;

  @Inject
  VendorTerms(List<Vendor> vendors, VendorApis apis) {
    this.vendors = vendors;
    this.apis = apis;
  }

  /** In the order in which they are told. */
  List<Vendor> all() {
    return vendors;
  }

  /** A field that names one. */
  Field<String> field() {
    return choice("provider", vendors.stream().map(Vendor::id).toArray(String[]::new));
  }

  /** The one whose examples are shown where any would do. */
  Vendor first() {
    return vendors.get(0);
  }

  /** The one whose examples are shown where another would do as well. */
  Vendor last() {
    return vendors.get(vendors.size() - 1);
  }

  /** The examples of the first. */
  VendorExamples examples() {
    return first().examples();
  }

  /** The operation among them. */
  Operation exampleOperation() {
    return apis.operations().stream()
        .filter(operation -> operation.id().equals(examples().operation()))
        .findFirst()
        .orElseThrow();
  }

  /** The error among them. */
  EmulatedError exampleError() {
    return apis.coverage().errors().stream()
        .filter(error -> error.provider().equals(first().id()))
        .filter(error -> error.code().equals(examples().error()))
        .findFirst()
        .orElseThrow();
  }

  /** All ids, as a choice in words. */
  String ids() {
    return either(vendors.stream().map(Vendor::id).toList());
  }

  /** The same, with the emulator's own parts: social providers and pictures. */
  String idsAndOwn() {
    return either(Stream.concat(vendors.stream().map(Vendor::id), OWN.stream()).toList());
  }

  /** What {@code keyway.provider} calls them, as a choice in words. */
  String providers() {
    return either(vendors.stream().map(Vendor::provider).toList());
  }

  private static String either(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
