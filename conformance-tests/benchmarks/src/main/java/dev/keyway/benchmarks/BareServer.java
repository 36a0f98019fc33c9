package dev.keyway.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * What the emulator does for a call, with nothing around it: JSON read, the user found, the
 * password's hash compared, a token signed, JSON written. No routes, rules, clock, ledger or
 * redaction.
 */
final class BareServer {
  private static final SecureRandom RANDOM = new SecureRandom();

  private BareServer() {}

  /** The same bytes, whatever is asked. */
  static HttpHandler canned(Workload work) {
    byte[] answer = work.answers().values().iterator().next().toString().getBytes(UTF_8);
    return exchange -> send(exchange, answer);
  }

  static HttpHandler handler(String call, Workload work) {
    Map<String, JsonNode> answers = new HashMap<>(work.answers());
    return switch (call) {
      case "stytch-user" -> exchange -> user(exchange, answers);
      case "stack-me" -> exchange -> me(exchange, answers);
      case "stytch-password" -> password(answers, claims -> "", "none");
      case "stack-sign-in" -> password(answers, es256(), "access_token");
      case "stytch-sign-in" -> password(answers, rs256(), "session_jwt");
      default -> throw new IllegalArgumentException(call);
    };
  }

  private interface Signer {
    String token(String claims) throws GeneralSecurityException, IOException;
  }

  private static void user(HttpServerExchange exchange, Map<String, JsonNode> answers)
      throws IOException {
    String credentials = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    byte[] plain = Base64.getDecoder().decode(credentials.substring(6));
    String path = exchange.getRequestPath();
    JsonNode found = answers.get(path.substring(path.lastIndexOf('/') + 1));
    if (plain.length == 0 || found == null) {
      exchange.setStatusCode(404);
      return;
    }
    send(exchange, Workload.JSON.writeValueAsBytes(found));
  }

  private static void me(HttpServerExchange exchange, Map<String, JsonNode> answers)
      throws IOException {
    JsonNode found = answers.get(exchange.getRequestHeaders().getFirst("x-stack-access-token"));
    if (found == null) {
      exchange.setStatusCode(401);
      return;
    }
    send(exchange, Workload.JSON.writeValueAsBytes(found));
  }

  private static HttpHandler password(
      Map<String, JsonNode> answers, Signer signer, String tokenField) {
    byte[] salt = RANDOM.generateSeed(16);
    byte[] stored = hash(salt, Requests.PASSWORD);
    return whole(
        (exchange, bytes) -> {
          JsonNode fields = Workload.JSON.readTree(bytes);
          JsonNode found = answers.get(fields.path("email").asText());
          boolean same =
              MessageDigest.isEqual(stored, hash(salt, fields.path("password").asText()));
          if (found == null || !same) {
            exchange.setStatusCode(401);
            return;
          }
          ObjectNode answer = ((ObjectNode) found).objectNode();
          answer.setAll((ObjectNode) found);
          if (found.has(tokenField)) {
            String claims =
                "{\"iss\":\"bare\",\"sub\":\"%s\",\"exp\":%d}"
                    .formatted(UUID.randomUUID(), System.currentTimeMillis() / 1000 + 600);
            answer.put(tokenField, signer.token(claims));
          }
          send(exchange, Workload.JSON.writeValueAsBytes(answer));
        });
  }

  private interface WithBody {
    void handle(HttpServerExchange exchange, byte[] body)
        throws IOException, GeneralSecurityException;
  }

  private static HttpHandler whole(WithBody then) {
    return exchange ->
        exchange
            .getRequestReceiver()
            .receiveFullBytes(
                (same, body) ->
                    same.dispatch(
                        () -> {
                          try {
                            then.handle(same, body);
                          } catch (IOException | GeneralSecurityException e) {
                            same.setStatusCode(500);
                          }
                          same.endExchange();
                        }));
  }

  private static void send(HttpServerExchange exchange, byte[] json) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(ByteBuffer.wrap(json));
  }

  private static byte[] hash(byte[] salt, String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(password.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String header, String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(header.getBytes(UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(UTF_8));
  }

  private static Signer es256() {
    var curve = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(curve, RANDOM));
    var key = new ParametersWithRandom(generator.generateKeyPair().getPrivate(), RANDOM);
    return claims -> {
      String text = signed("{\"alg\":\"ES256\",\"kid\":\"a\"}", claims);
      byte[] bytes = text.getBytes(UTF_8);
      SHA256Digest digest = new SHA256Digest();
      digest.update(bytes, 0, bytes.length);
      byte[] hash = new byte[32];
      digest.doFinal(hash, 0);
      ECDSASigner signer = new ECDSASigner();
      signer.init(true, key);
      var parts = signer.generateSignature(hash);
      byte[] der = StandardDSAEncoding.INSTANCE.encode(curve.getN(), parts[0], parts[1]);
      return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(der);
    };
  }

  private static Signer rs256() {
    KeyPair pair;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return claims -> {
      String text = signed("{\"alg\":\"RS256\",\"kid\":\"a\"}", claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
      return text + "." + encoded;
    };
  }
}
