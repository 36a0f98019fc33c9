package dev.keyway.wire;

import dev.keyway.AuthClient;
import dev.keyway.EmailAddress;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.UserId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each fixture's {@code call} names. */
final class NeutralCalls {
  static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  static final Secret PASSWORD = Secret.of("quiet harbour 74 lanterns");
  static final String UUID = "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11";

  private static final EmailAddress NOBODY = EmailAddress.of("nobody@example.com");
  private static final Secret ANOTHER = Secret.of("another harbour 75 lanterns");
  private static final String CODE = "0123456789abcdefghjkmnpqrstvwxyz0123456789ab8";
  private static final URI OAUTH_CALLBACK = URI.create("http://localhost:3000/oauth");
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

  static final Map<String, Consumer<AuthClient>> BY_NAME = byName();

  private NeutralCalls() {}

  private static Map<String, Consumer<AuthClient>> byName() {
    Map<String, Consumer<AuthClient>> calls = new LinkedHashMap<>();
    calls.put("signs in with a wrong password", c -> c.passwords().signIn(ADA, ANOTHER));
    calls.put("signs in with an unknown address", c -> c.passwords().signIn(NOBODY, ANOTHER));
    calls.put("signs up with a taken address", c -> c.passwords().signUp(ADA, ANOTHER));
    calls.put("refreshes an unknown session", c -> c.sessions().refresh(RenewalToken.of(CODE)));
    calls.put("finds no user", c -> c.users().find(UserId.of(unknownUser(c))));
    calls.put("deletes no user", c -> c.users().delete(UserId.of(unknownUser(c))));
    calls.put(
        "resets with an unknown link",
        c ->
            c.passwords()
                .finishReset(URI.create("http://localhost:3000/reset?code=" + CODE), ANOTHER));
    calls.put(
        "signs in with an unknown link",
        c ->
            c.magicLinks()
                .authenticate(
                    URI.create(
                        "http://localhost:3000/authenticate?stytch_token_type=magic_links"
                            + "&token=bm90LWEtdG9rZW4tdGhhdC13YXMtZXZlci1pc3N1ZWQ")));
    calls.put("exchanges an unknown code", NeutralCalls::exchangeUnknown);
    calls.put("gets a stored token", c -> storedToken(c, "google", Set.of()));
    calls.put(
        "gets a stored token for another scope", c -> storedToken(c, "google", Set.of("calendar")));
    calls.put("gets a token of another identity provider", c -> storedToken(c, "github", Set.of()));
    calls.put(
        "gets a token of an identity provider that is off",
        c -> storedToken(c, "spotify", Set.of()));
    return calls;
  }

  private static void exchangeUnknown(AuthClient client) {
    OAuthAuthorization start = client.oauth().authorize(OAuthProviderId.GOOGLE, OAUTH_CALLBACK);
    Matcher state = STATE.matcher(start.location().toString());
    if (!state.find()) {
      throw new AssertionError("The location has no state");
    }
    client
        .oauth()
        .exchange(
            URI.create(OAUTH_CALLBACK + "?code=" + "0".repeat(64) + "&state=" + state.group(1)),
            start.handle());
  }

  private static void storedToken(AuthClient client, String provider, Set<String> scopes) {
    client.oauth().accessToken(UserId.of(UUID), OAuthProviderId.of(provider), scopes);
  }

  private static String unknownUser(AuthClient client) {
    return client.provider().equals("stytch") ? "user-test-" + UUID : UUID;
  }
}
