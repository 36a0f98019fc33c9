package dev.keyway.emulator.internal.control;

import java.util.List;

/** The endpoints of one area. */
interface ControlRoutes {
  /** Each registered once: this is what is served and what is documented. */
  List<Endpoint> endpoints();
}
