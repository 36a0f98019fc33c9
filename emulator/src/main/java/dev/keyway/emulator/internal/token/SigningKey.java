package dev.keyway.emulator.internal.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A key pair with a name that signs tokens: ES256 for P-256 keys, RS256 for RSA keys. */
public final class SigningKey {
  private final String kid;
  private final KeyPair pair;
  private final SignatureAlgorithm algorithm;

  private SigningKey(String kid, KeyPair pair, SignatureAlgorithm algorithm) {
    this.kid = kid;
    this.pair = pair;
    this.algorithm = algorithm;
  }

  /** A fresh P-256 key. */
  public static SigningKey es256(String kid, Randomness random) {
    SecureRandom source = random.source();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), source);
      return es256(kid, generator.generateKeyPair(), random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no P-256", e);
    }
  }

  /** A P-256 key. */
  public static SigningKey es256(String kid, KeyPair pair, Randomness random) {
    return new SigningKey(kid, pair, new Es256(pair, random.source()));
  }

  /** An RSA key. */
  public static SigningKey rs256(String kid, KeyPair pair) {
    return new SigningKey(kid, pair, new Rs256(pair));
  }

  /**
   * A key that was saved.
   *
   * @throws GeneralSecurityException if it is none
   */
  static SigningKey of(SavedKey saved, Randomness random) throws GeneralSecurityException {
    KeyPair pair = saved.pair();
    return pair.getPublic() instanceof ECPublicKey
        ? new SigningKey(saved.kid(), pair, new Es256(pair, random.source()))
        : rs256(saved.kid(), pair);
  }

  /** A new key of the same kind that no verifier knows. */
  SigningKey stranger(String strangersKid, Randomness random) {
    if (pair.getPublic() instanceof ECPublicKey) {
      return es256(strangersKid, random);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(
          ((RSAPublicKey) pair.getPublic()).getModulus().bitLength(), random.source());
      return rs256(strangersKid, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a key like " + kid, e);
    }
  }

  /** The name by which verifiers find it. */
  public String kid() {
    return kid;
  }

  /** The pair itself. */
  public KeyPair pair() {
    return pair;
  }

  /**
   * A token with {@code payload}, a header that names this key, and its signature.
   *
   * @param type the header's {@code typ}, if it has one
   */
  public String sign(@Nullable String type, String payload) {
    String unsigned = unsigned(type, payload);
    return CompactJws.of(unsigned, signature(unsigned));
  }

  /**
   * As {@link #sign}, but where {@linkplain Signatures#putOff signatures are put off} the token is
   * complete only in the response.
   *
   * @param whenSigned takes the complete token
   */
  public String signLater(@Nullable String type, String payload, Consumer<String> whenSigned) {
    String unsigned = unsigned(type, payload);
    return CompactJws.of(
        unsigned,
        Signatures.of(
            () -> {
              String signature = signature(unsigned);
              whenSigned.accept(CompactJws.of(unsigned, signature));
              return signature;
            }));
  }

  private String signature(String unsigned) {
    return CompactJws.encode(algorithm.sign(unsigned.getBytes(StandardCharsets.US_ASCII)));
  }

  private String unsigned(@Nullable String type, String payload) {
    ObjectNode header = Json.object().put("alg", algorithm.name()).put("kid", kid);
    if (type != null) {
      header.put("typ", type);
    }
    return CompactJws.unsigned(Json.write(header), payload);
  }

  /** Whether {@code token} has this key's algorithm and a signature made by it. */
  public boolean verifies(CompactJws token) {
    return token.says(algorithm.name()) && algorithm.verify(token.signed(), token.signature());
  }
}
