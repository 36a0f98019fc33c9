package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.Locale;

/**
 * A crypto wallet that belongs to a user, or is about to.
 *
 * @param id its id
 * @param type {@value #ETHEREUM} or {@value #SOLANA}
 * @param address the account's address
 * @param verified whether it signed a challenge once
 */
public record CryptoWallet(String id, String type, String address, boolean verified) {
  /** Covers all chains that sign as Ethereum does. */
  public static final String ETHEREUM = "ethereum";

  public static final String SOLANA = "solana";

  /** What makes it unique in its project. */
  public String handle() {
    return handle(type, address);
  }

  /** The same of a wallet that is only named. The case of Ethereum's letters is a checksum. */
  public static String handle(String type, String address) {
    return type + "/" + (type.equals(ETHEREUM) ? address.toLowerCase(Locale.ROOT) : address);
  }

  public CryptoWallet proved() {
    return new CryptoWallet(id, type, address, true);
  }

  /** As a user has it, and but for {@code verified} as a factor has it. */
  public ObjectNode json() {
    return Json.object()
        .put("crypto_wallet_id", id)
        .put("crypto_wallet_address", address)
        .put("crypto_wallet_type", type);
  }
}
