package dev.keyway.providers.stytch.consumer;

/** Which chain a wallet is of, and so how it signs. */
public enum WalletType {
  /** Ethereum and the chains that are like it; signatures after EIP-191, in hexadecimal. */
  ETHEREUM,
  /** Solana; Ed25519 signatures, in Base58. */
  SOLANA
}
