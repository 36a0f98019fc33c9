package dev.keyway.emulator.device;

import dev.keyway.emulator.internal.webauthn.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** The credentials of one authenticator, in the order in which they were made. */
final class CredentialStore {
  private final List<HeldCredential> credentials = new ArrayList<>();

  /** As real devices do, a second discoverable credential of one account replaces the first. */
  synchronized void add(HeldCredential added) {
    credentials.removeIf(
        c ->
            added.discoverable()
                && c.discoverable()
                && c.rpId().equals(added.rpId())
                && c.userHandle().equals(added.userHandle()));
    credentials.add(added);
  }

  synchronized boolean holdsAny(String rpId, Set<Octets> ids) {
    return credentials.stream().anyMatch(c -> c.rpId().equals(rpId) && ids.contains(c.id()));
  }

  synchronized Optional<HeldCredential> byId(String base64Url) {
    return credentials.stream().filter(c -> c.id().base64Url().equals(base64Url)).findFirst();
  }

  /** The newest that fits; without a list of allowed ones, only discoverable ones do. */
  synchronized Optional<HeldCredential> fitting(
      String rpId, Set<Octets> allowed, Optional<String> picked) {
    return credentials.stream()
        .filter(c -> c.rpId().equals(rpId))
        .filter(c -> allowed.isEmpty() ? c.discoverable() : allowed.contains(c.id()))
        .filter(c -> picked.isEmpty() || picked.get().equals(c.id().base64Url()))
        .reduce((older, newer) -> newer);
  }

  /**
   * Counts one signature.
   *
   * @param told what the authenticator tells instead; a lie is remembered only if it grows
   * @return the true count
   */
  synchronized long countUse(HeldCredential credential, boolean counts, LongUnaryOperator told) {
    if (!counts) {
      return 0;
    }
    long count = credential.signCount() + 1;
    credential.signCount(Math.max(credential.signCount(), told.applyAsLong(count)));
    return count;
  }

  synchronized boolean remove(String base64Url) {
    return credentials.removeIf(c -> c.id().base64Url().equals(base64Url));
  }

  synchronized List<PasskeySummary> summaries() {
    return credentials.stream().map(HeldCredential::summary).toList();
  }

  synchronized CredentialStore copy() {
    CredentialStore copy = new CredentialStore();
    credentials.forEach(c -> copy.credentials.add(c.copy()));
    return copy;
  }
}
