package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.UserType;
import dev.keyway.emulator.internal.token.JwkNumber;
import dev.keyway.emulator.internal.token.SigningKey;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;

/** The public keys, one set per project. */
public final class JwksRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<Boolean> RESTRICTED = Field.flag("include_restricted");
  private static final Field<Boolean> ANONYMOUS = Field.flag("include_anonymous");

  @Inject
  JwksRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.jwks.get").open().asks(RESTRICTED, ANONYMOUS).answers(this::read);
    book.on("stackauth.jwks.get-anonymous").open().answers(this::redirectToAll);
  }

  private Response read(StackAuthCall call) {
    StackAuthProject project =
        call.namedProject()
            .filter(named -> named.id().equals(call.path("project_id")))
            .orElseThrow(
                () ->
                    StackAuthFailure.text(404, "Project not found")
                        .meaning("PROJECT_CREDENTIALS_REFUSED"));
    boolean anonymous = call.parameter(ANONYMOUS).orElse(false);
    boolean restricted = anonymous || call.parameter(RESTRICTED).orElse(false);
    ObjectNode set = Json.object();
    ArrayNode keys = set.putArray("keys");
    addKeys(project, UserType.NORMAL, keys);
    if (restricted) {
      addKeys(project, UserType.RESTRICTED, keys);
    }
    if (anonymous) {
      addKeys(project, UserType.ANONYMOUS, keys);
    }
    return Response.json(200, set).withHeader("cache-control", "public, max-age=3600");
  }

  private Response redirectToAll(StackAuthCall call) {
    return Response.empty(307)
        .withHeader(
            "location",
            "/api/v1/projects/%s/.well-known/%s?include_anonymous=true"
                .formatted(encoded(call.path("project_id")), encoded(call.path("document"))));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void addKeys(StackAuthProject project, UserType type, ArrayNode keys) {
    for (SigningKey key : project.keys(type).published()) {
      ECPublicKey point = (ECPublicKey) key.pair().getPublic();
      keys.addObject()
          .put("kty", "EC")
          .put("alg", "ES256")
          .put("crv", "P-256")
          // The service drops leading zero bytes, so a coordinate may be shorter than 32 bytes.
          .put("x", JwkNumber.text(point.getW().getAffineX()))
          .put("y", JwkNumber.text(point.getW().getAffineY()))
          .put("kid", key.kid());
    }
  }
}
