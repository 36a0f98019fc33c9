package dev.keyway.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.stytch.java.common.OptionalClientConfig;
import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.emulator.World;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks session tokens of one project, with keys that are at hand. */
interface TokenPeer extends AutoCloseable {
  Object verify(String token);

  @Override
  default void close() {}

  /** Opens one; {@code first} has been verified when it returns. */
  static TokenPeer open(String name, World world, String algorithm, String first) {
    TokenPeer peer;
    try {
      peer =
          switch (name) {
            case "keyway" -> new Keyway(world, algorithm);
            case "nimbus" -> nimbus(keys(world, algorithm), algorithm, false);
            case "nimbus-bc" -> nimbus(keys(world, algorithm), algorithm, true);
            case "java-jwt" -> javaJwt(key(keys(world, algorithm), algorithm));
            case "floor" -> floor(key(keys(world, algorithm), algorithm));
            case "sdk" -> sdk(world);
            default -> throw new IllegalArgumentException(name);
          };
    } catch (GeneralSecurityException | ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
    peer.verify(first);
    return peer;
  }

  private static JWKSet keys(World world, String algorithm) throws ParseException {
    String path =
        algorithm.equals("ES256")
            ? "/api/v1/projects/" + world.stackAuth().projectId() + "/.well-known/jwks.json"
            : "/v1/sessions/jwks/" + world.stytch().projectId();
    try (Connection connection = new Connection(world.stackAuth().baseUrl().getPort())) {
      return JWKSet.parse(connection.send(Requests.get(path)).body());
    }
  }

  private static PublicKey key(JWKSet keys, String algorithm) throws JOSEException {
    // Of the keys that are published, the last one signs.
    JWK key = keys.getKeys().get(keys.getKeys().size() - 1);
    return algorithm.equals("ES256")
        ? key.toECKey().toECPublicKey()
        : key.toRSAKey().toRSAPublicKey();
  }

  /** This library. */
  final class Keyway implements TokenPeer {
    private final AuthClient client;

    Keyway(World world, String algorithm) {
      client =
          AuthClient.open(
              AuthConfig.of(
                  algorithm.equals("ES256")
                      ? world.stackAuth().configuration()
                      : world.stytch().configuration()));
    }

    @Override
    public Object verify(String token) {
      return client.sessions().verify(AccessToken.of(token));
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static TokenPeer nimbus(JWKSet keys, String algorithm, boolean bouncyCastle) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.parse(algorithm), new ImmutableJWKSet<>(keys)));
    processor.setJWSTypeVerifier((type, context) -> {});
    if (bouncyCastle) {
      processor.getJWSVerifierFactory().getJCAContext().setProvider(new BouncyCastleProvider());
    }
    return token -> {
      try {
        return processor.process(token, null);
      } catch (ParseException | BadJOSEException | JOSEException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static TokenPeer javaJwt(PublicKey key) {
    Algorithm algorithm =
        key instanceof RSAPublicKey rsa
            ? Algorithm.RSA256(rsa, null)
            : Algorithm.ECDSA256((ECPublicKey) key, null);
    JWTVerifier verifier = JWT.require(algorithm).build();
    return verifier::verify;
  }

  private static TokenPeer sdk(World world) {
    StytchClient client =
        new StytchClient(
            world.stytch().projectId(),
            world.stytch().secret(),
            new OptionalClientConfig(world.stytch().baseUrl().toString()));
    return token -> {
      try {
        if (client.getSessions().authenticateJwtLocalCompletable(token, null, 0).get()
            instanceof StytchResult.Success<?> ok) {
          return ok.getValue();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("refused");
    };
  }

  /** The signature and nothing else: Bouncy Castle's for ES256, the JDK's for RS256. */
  private static TokenPeer floor(PublicKey key) throws GeneralSecurityException {
    if (key instanceof ECPublicKey ec) {
      return bouncyCastle(ec);
    }
    Signature signature = Signature.getInstance("SHA256withRSA");
    return token -> {
      try {
        signature.initVerify(key);
        signature.update(signed(token));
        return required(signature.verify(signature(token)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static TokenPeer bouncyCastle(ECPublicKey key) {
    var curve = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
    var point = curve.getCurve().createPoint(key.getW().getAffineX(), key.getW().getAffineY());
    var parameters = new ECPublicKeyParameters(point, curve);
    return token -> {
      byte[] bytes = signed(token);
      SHA256Digest digest = new SHA256Digest();
      digest.update(bytes, 0, bytes.length);
      byte[] hash = new byte[32];
      digest.doFinal(hash, 0);
      byte[] parts = signature(token);
      ECDSASigner signer = new ECDSASigner();
      signer.init(false, parameters);
      return required(
          signer.verifySignature(
              hash,
              new BigInteger(1, Arrays.copyOfRange(parts, 0, 32)),
              new BigInteger(1, Arrays.copyOfRange(parts, 32, 64))));
    };
  }

  private static Object required(boolean valid) {
    if (!valid) {
      throw new IllegalStateException("refused");
    }
    return true;
  }

  private static byte[] signed(String token) {
    return token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII);
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }
}
