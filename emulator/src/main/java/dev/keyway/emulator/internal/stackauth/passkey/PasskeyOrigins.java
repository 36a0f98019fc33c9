package dev.keyway.emulator.internal.stackauth.passkey;

import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.webauthn.OriginRule;
import java.util.Optional;

/**
 * Pages that links may lead to may use passkeys too. The relying party is the very host of the
 * page: a passkey of {@code example.com} is not accepted on {@code app.example.com}.
 */
record PasskeyOrigins(StackAuthProject project) implements OriginRule {
  /** Refuses a page of elsewhere, which the service does before it looks at anything else. */
  void require(String origin, KnownError refusal) {
    if (rpIdFor(origin).isEmpty()) {
      throw PasskeyErrors.untrustedOrigin(refusal);
    }
  }

  @Override
  public Optional<String> rpIdFor(String origin) {
    return RedirectRules.trusted(project.settings(), origin)
        ? Urls.absolute(origin).map(page -> UrlHost.of(page))
        : Optional.empty();
  }
}
