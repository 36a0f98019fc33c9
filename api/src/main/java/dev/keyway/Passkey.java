package dev.keyway;

import java.util.Optional;

/**
 * A registered passkey.
 *
 * @param id its identifier at the provider
 * @param name the name given to it, if the provider holds names
 * @param relyingPartyId the domain it is for, if the provider says
 */
public record Passkey(PasskeyId id, Optional<String> name, Optional<String> relyingPartyId) {

  /** All are required. */
  public Passkey {
    Arguments.notNull(id, "id");
    Arguments.notNull(name, "name");
    Arguments.notNull(relyingPartyId, "relyingPartyId");
  }
}
