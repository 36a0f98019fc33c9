package dev.keyway.emulator.device;

import dev.keyway.emulator.internal.wallet.Base58;
import dev.keyway.emulator.internal.wallet.EthereumAddress;
import dev.keyway.emulator.internal.wallet.PersonalSignature;
import dev.keyway.emulator.internal.wallet.SolanaKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A crypto wallet with one account: signs what an application shows. It knows no chain and no
 * money.
 */
public final class VirtualWallet {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final boolean ethereum;
  private final byte[] privateKey;
  private final String address;

  private VirtualWallet(boolean ethereum, byte[] privateKey, String address) {
    this.ethereum = ethereum;
    this.privateKey = privateKey;
    this.address = address;
  }

  /** With a new account of Ethereum, or of any chain that signs as it does. */
  public static VirtualWallet ethereum() {
    while (true) {
      byte[] key = random();
      if (PersonalSignature.address(new BigInteger(1, key)).isPresent()) {
        return ethereum(HexFormat.of().formatHex(key));
      }
    }
  }

  /**
   * With an account of Ethereum whose key is known.
   *
   * @param privateKey 32 bytes in hexadecimal
   * @throws IllegalArgumentException if it is no private key; the message does not quote it
   */
  public static VirtualWallet ethereum(String privateKey) {
    byte[] key = bytes(privateKey);
    String address =
        PersonalSignature.address(new BigInteger(1, key))
            .map(EthereumAddress::text)
            .orElseThrow(() -> new IllegalArgumentException("This is no key of secp256k1"));
    return new VirtualWallet(true, key, address);
  }

  /** With a new account of Solana. */
  public static VirtualWallet solana() {
    return solana(HexFormat.of().formatHex(random()));
  }

  /**
   * With an account of Solana whose key is known.
   *
   * @param privateKey the 32 bytes that RFC 8032 calls the private key, in hexadecimal
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  public static VirtualWallet solana(String privateKey) {
    byte[] key = bytes(privateKey);
    return new VirtualWallet(false, key, SolanaKey.address(key));
  }

  /** What providers call its kind: {@code ethereum} or {@code solana}. */
  public String type() {
    return ethereum ? "ethereum" : "solana";
  }

  /** The account's address; of Ethereum in the case of the checksum of EIP-55. */
  public String address() {
    return address;
  }

  /**
   * Signs a challenge: on Ethereum as {@code personal_sign} does (EIP-191), in hexadecimal with
   * {@code 0x}; on Solana by Ed25519, in base 58. The same text has the same signature.
   */
  public String sign(String challenge) {
    Objects.requireNonNull(challenge, "challenge");
    return ethereum
        ? "0x"
            + HexFormat.of()
                .formatHex(PersonalSignature.sign(new BigInteger(1, privateKey), challenge))
        : Base58.encode(SolanaKey.sign(privateKey, challenge));
  }

  private static byte[] random() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  private static byte[] bytes(String hexadecimal) {
    if (!Objects.requireNonNull(hexadecimal, "privateKey").matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("A private key is 32 bytes in hexadecimal");
    }
    return HexFormat.of().parseHex(hexadecimal);
  }

  /** The address, no key. */
  @Override
  public String toString() {
    return "VirtualWallet[" + type() + ", " + address + "]";
  }
}
