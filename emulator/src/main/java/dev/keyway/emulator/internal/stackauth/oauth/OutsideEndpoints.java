package dev.keyway.emulator.internal.stackauth.oauth;

import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.address;
import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.text;
import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.texts;
import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.unavailable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the discovery document of an outside provider says.
 *
 * @param userInfo none where the ID token alone says who the account is
 */
record OutsideEndpoints(
    String issuer,
    String authorization,
    URI token,
    Optional<URI> userInfo,
    ClientAuthentication authentication) {

  static OutsideEndpoints of(JsonNode document) {
    return new OutsideEndpoints(
        text(document, "issuer"),
        address(document, "authorization_endpoint").toString(),
        address(document, "token_endpoint"),
        document.has("userinfo_endpoint")
            ? Optional.of(address(document, "userinfo_endpoint"))
            : Optional.empty(),
        ClientAuthentication.of(texts(document.path("token_endpoint_auth_methods_supported"))));
  }

  /** How a client says at the token endpoint who it is; OpenID Connect Core 9. */
  enum ClientAuthentication {
    BASIC("client_secret_basic"),
    POST("client_secret_post"),
    NONE("none");

    private final String method;

    ClientAuthentication(String method) {
      this.method = method;
    }

    /** The first that it takes; {@link #BASIC} where it does not say, as discovery has it. */
    private static ClientAuthentication of(List<String> supported) {
      return supported.isEmpty()
          ? BASIC
          : Stream.of(values())
              .filter(known -> supported.contains(known.method))
              .findFirst()
              .orElseThrow(
                  () -> unavailable("The outside provider takes no secret from its clients."));
    }
  }
}
