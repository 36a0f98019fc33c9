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
}
