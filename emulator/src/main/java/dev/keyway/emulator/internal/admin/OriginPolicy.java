package dev.keyway.emulator.internal.admin;

import dev.keyway.emulator.internal.http.BrowserMarks;
import dev.keyway.emulator.internal.http.HostNames;
import dev.keyway.emulator.internal.http.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps web pages away from the emulator's own endpoints, which hand out codes and keys: no CORS
 * header is ever sent, a name that merely resolves to this machine is refused (DNS rebinding), and
 * so is what a page of another origin sends without asking. Stricter than the rule of the vendors'
 * routes: it asks for a known name of everybody, and lets no other origin in, loopback's neither.
 */
final class OriginPolicy {
  private final HostNames names;
  private final URI publicUrl;

  /** For an emulator that is known by {@code names}, and whose links begin with a URL. */
  OriginPolicy(HostNames names, URI publicUrl) {
    this.names = names;
    this.publicUrl = publicUrl;
  }

  /** Why a request is refused; empty when it is not. */
  Optional<String> refusal(Request request, boolean opensFromOtherSites) {
    if (!names.know(request)) {
      return Optional.of(
          "The Host header names neither this machine nor the public URL nor a declared name:"
              + " declare it with --host-name, in Java with hostName.");
    }
    if (BrowserMarks.origin(request).filter(origin -> !own(origin, request)).isPresent()) {
      return Optional.of("Pages of another origin may not call the emulator.");
    }
    if (BrowserMarks.foreignSite(request)
        && !(opensFromOtherSites && BrowserMarks.navigation(request))) {
      return Optional.of("Pages of another site may not call the emulator.");
    }
    return Optional.empty();
  }

  /** Its own are the origin of the address that was asked, and that of the public URL. */
  private boolean own(String origin, Request request) {
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    return HostNames.authority(origin)
        .filter(
            authority ->
                authority.equals(host) || authority.equalsIgnoreCase(publicUrl.getRawAuthority()))
        .isPresent();
  }
}
