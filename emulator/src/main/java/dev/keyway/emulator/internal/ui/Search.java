package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import java.net.IDN;
import java.util.Locale;

/** What a search box finds among addresses and numbers. */
final class Search {
  private Search() {}

  /**
   * Whether the part is in an address, whatever the case, in either spelling of its domain (RFC
   * 5890): {@code xn--bcher-kva} and {@code b\u00fccher} find the same.
   */
  static boolean finds(String address, String part) {
    String sought = part.strip().toLowerCase(Locale.ROOT);
    String canonical = CanonicalEmail.of(address);
    return address.toLowerCase(Locale.ROOT).contains(sought)
        || canonical.contains(sought)
        || canonical.contains(CanonicalEmail.of(sought))
        || readable(canonical).contains(sought);
  }

  private static String readable(String address) {
    int at = address.lastIndexOf('@') + 1;
    return address.substring(0, at) + IDN.toUnicode(address.substring(at)).toLowerCase(Locale.ROOT);
  }
}
