package dev.keyway.emulator.internal.stytch.wallet;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.wallet.Base58;
import dev.keyway.emulator.internal.wallet.EthereumAddress;
import dev.keyway.emulator.internal.wallet.PersonalSignature;
import dev.keyway.emulator.internal.wallet.SolanaKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The account that a request names, and what it signs.
 *
 * @param type the kind of wallet
 * @param address in the form in which it is kept
 */
record WalletAccount(String type, String address) {
  private static final Field<String> TYPE = Field.text("crypto_wallet_type");
  private static final Field<String> ADDRESS = Field.text("crypto_wallet_address");

  static final List<Field<?>> FIELDS = List.of(TYPE.required(), ADDRESS.required());

  /** What {@link #of} refuses. */
  static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.INVALID_WALLET_TYPE,
          StytchError.INVALID_CRYPTO_WALLET_ADDRESS,
          StytchError.INVALID_ETHEREUM_ADDRESS,
          StytchError.INVALID_SOLANA_ADDRESS);

  /** What {@link #signed} refuses a signature with before it looks whose it is. */
  static final Set<StytchError> SIGNATURE_ERRORS =
      Set.of(StytchError.INVALID_SIGNATURE, StytchError.SIGNATURE_IS_INCORRECT_SIZE);

  /**
   * Reads type and address, in this order.
   *
   * @throws StytchFailure one of the {@link #ERRORS}
   */
  static WalletAccount of(StytchCall call) {
    String type = call.get(TYPE);
    String address = call.get(ADDRESS);
    if (!type.equals(CryptoWallet.ETHEREUM) && !type.equals(CryptoWallet.SOLANA)) {
      throw StytchError.INVALID_WALLET_TYPE.failure();
    }
    if (address.isEmpty()) {
      throw StytchError.INVALID_CRYPTO_WALLET_ADDRESS.failure();
    }
    if (type.equals(CryptoWallet.SOLANA)) {
      if (SolanaKey.parse(address).isEmpty()) {
        throw StytchError.INVALID_SOLANA_ADDRESS.failure();
      }
      return new WalletAccount(type, address);
    }
    return EthereumAddress.parse(address)
        .map(parsed -> new WalletAccount(type, parsed.text()))
        .orElseThrow(StytchError.INVALID_ETHEREUM_ADDRESS::failure);
  }

  boolean isEthereum() {
    return type.equals(CryptoWallet.ETHEREUM);
  }

  /**
   * Whether this account signed a text.
   *
   * @throws StytchFailure one of the {@link #SIGNATURE_ERRORS}
   */
  boolean signed(String text, String signature) {
    if (!isEthereum()) {
      byte[] bytes = Base58.decode(signature).orElseThrow(StytchError.INVALID_SIGNATURE::failure);
      requireSize(bytes, SolanaKey.SIGNATURE_BYTES);
      return SolanaKey.parse(address).filter(key -> key.signed(text, bytes)).isPresent();
    }
    byte[] bytes = hexadecimal(signature);
    requireSize(bytes, PersonalSignature.BYTES);
    return PersonalSignature.signer(text, bytes)
        .filter(signer -> signer.text().equals(address))
        .isPresent();
  }

  private static byte[] hexadecimal(String signature) {
    try {
      return HexFormat.of()
          .parseHex(signature.startsWith("0x") ? signature.substring(2) : signature);
    } catch (IllegalArgumentException e) {
      throw StytchError.INVALID_SIGNATURE.failure();
    }
  }

  private static void requireSize(byte[] signature, int size) {
    if (signature.length != size) {
      throw StytchError.SIGNATURE_IS_INCORRECT_SIZE.failure();
    }
  }
}
