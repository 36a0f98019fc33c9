package dev.keyway.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.EmailAddress;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthSignIn;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** What rules share in which a person stands before an identity provider. */
abstract class ConsentRules extends Rules {

  ConsentRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  final Human.Consent consent() {
    return consent(harness());
  }

  static Human.Consent consent(AuthHarness at) {
    return part(at.human().consent(), "consent pages", "nobody can agree");
  }

  final OAuthAuthorization start() {
    return start(harness().callback());
  }

  final OAuthAuthorization start(URI callback) {
    return client().oauth().authorize(consent().provider(), callback);
  }

  final URI approved(OAuthAuthorization start, EmailAddress as) {
    return approved(consent(), start, as);
  }

  static URI approved(Human.Consent consent, OAuthAuthorization start, EmailAddress as) {
    return consent
        .approve(start.location(), as)
        .orElseThrow(() -> new AssertionError("the browser did not come back"));
  }

  final OAuthSignIn signInAs(EmailAddress person) {
    OAuthAuthorization start = start();
    return client().oauth().exchange(approved(start, person), start.handle());
  }

  static URI back(Optional<URI> end) {
    assumeTrue(end.isPresent(), "the provider shows the error itself and sends nobody back");
    return end.orElseThrow();
  }
}
