package dev.keyway.emulator.internal.admin;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;

/**
 * A part of the emulator itself, under {@code /_emulator}: the control API, the pages. Its requests
 * belong to no world: they are in no ledger and meet no fault. {@link AdminEndpoints} has already
 * turned away pages of other origins when a request comes here.
 *
 * <p>Plugs in with one {@code @Binds @IntoSet @Singleton} line in a Dagger module.
 */
public interface AdminEndpoint {

  /** Whether requests to that path are for it; the first of {@link #order()} wins. */
  boolean owns(String path);

  /** Answers a request; what it throws becomes a 500. */
  Response answer(Request request, AuthEmulator emulator);

  /**
   * Endpoints are asked in this order, low first. The control API, which owns the rest, is last.
   */
  int order();

  /**
   * Whether a browser may come here by a link on another site. Only for pages that show something
   * and change nothing when they are opened. Default no.
   */
  default boolean opensFromOtherSites() {
    return false;
  }
}
