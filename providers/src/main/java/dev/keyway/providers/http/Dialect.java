package dev.keyway.providers.http;

import java.util.Optional;

/** What a vendor's answers look like where vendors differ. */
public interface Dialect {

  /** The vendor's id of the request. */
  Optional<String> requestId(VendorResponse response);

  /**
   * The failure that an answer without success (any status but 2xx) means: usually {@link
   * VendorResponse#refused} where the vendor's code is known, else {@link
   * VendorResponse#unrecognised}.
   */
  RuntimeException failure(VendorResponse response);

  /**
   * What speaks against taking an answer whose status is a success for one, in words that follow
   * "answered": for instance that its body says otherwise.
   *
   * @param alone whether nothing else of the answer is read, so that it has to say itself, in the
   *     form that the vendor documents, that the thing is done
   */
  default Optional<String> objection(VendorResponse response, boolean alone) {
    return Optional.empty();
  }
}
