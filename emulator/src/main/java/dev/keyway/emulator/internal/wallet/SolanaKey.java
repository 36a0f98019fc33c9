package dev.keyway.emulator.internal.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An account of Solana: its address is its public key of Ed25519 (RFC 8032), in base 58. */
public final class SolanaKey {
  /** How long a signature is. */
  public static final int SIGNATURE_BYTES = 64;

  private static final int KEY_BYTES = 32;

  private final Ed25519PublicKeyParameters key;

  private SolanaKey(Ed25519PublicKeyParameters key) {
    this.key = key;
  }

  /** The key that an address is; empty if it is none. */
  public static Optional<SolanaKey> parse(String address) {
    return Base58.decode(address).filter(bytes -> bytes.length == KEY_BYTES).flatMap(SolanaKey::of);
  }

  private static Optional<SolanaKey> of(byte[] bytes) {
    try {
      return Optional.of(new SolanaKey(new Ed25519PublicKeyParameters(bytes, 0)));
    } catch (IllegalArgumentException notOnTheCurve) {
      return Optional.empty();
    }
  }

  /** The address of the account with a private key of 32 bytes. */
  public static String address(byte[] privateKey) {
    return Base58.encode(
        new Ed25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded());
  }

  /** Signs a text with a private key of 32 bytes. */
  public static byte[] sign(byte[] privateKey, String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(privateKey));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /** Whether this account signed a text. */
  public boolean signed(String text, byte[] signature) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, key);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
