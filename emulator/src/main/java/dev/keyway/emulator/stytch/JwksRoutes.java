package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import dev.keyway.emulator.core.SigningKey;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;

/** The public keys, one set per project. */
final class JwksRoutes implements StytchRoutes {
  @Inject
  JwksRoutes() {}

  @Override
  public void addTo(StytchRouteTable routes) {
    routes.get("/v1/sessions/jwks/{project_id}", "stytch.session.jwks").open().answers(this::read);
  }

  private Answer read(StytchCall call) {
    StytchProject project = call.project();
    if (!project.id().equals(call.path("project_id"))) {
      throw StytchError.PROJECT_NOT_FOUND.failure();
    }
    ObjectNode set = Json.object();
    project.keys().published().forEach(key -> set.withArray("keys").add(jwk(key)));
    return call.ok(set).withHeader("cache-control", "public, max-age=900");
  }

  /** The SDKs' typed reader wants all nine fields; the two of a certificate are empty. */
  private static ObjectNode jwk(SigningKey key) {
    RSAPublicKey rsa = (RSAPublicKey) key.pair().getPublic();
    ObjectNode jwk = Json.object().put("kty", "RSA").put("use", "sig");
    jwk.putArray("key_ops").add("verify");
    jwk.put("alg", "RS256").put("kid", key.kid());
    jwk.putArray("x5c");
    return jwk.put("x5tS256", "")
        .put("n", Base64URL.encode(rsa.getModulus()).toString())
        .put("e", Base64URL.encode(rsa.getPublicExponent()).toString());
  }
}
