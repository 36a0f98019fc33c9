package dev.keyway.providers.stytch.wire;

import feign.RequestLine;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code crypto_wallets}. */
public interface WalletApi {

  @RequestLine("POST /v1/crypto_wallets/authenticate/start")
  Started start(Start body);

  @RequestLine("POST /v1/crypto_wallets/authenticate")
  WireSignIn authenticate(Authenticate body);

  record Start(String cryptoWalletType, String cryptoWalletAddress, @Nullable Siwe siweParams) {}

  record Siwe(
      String domain,
      URI uri,
      List<URI> resources,
      @Nullable String chainId,
      @Nullable String statement) {}

  record Started(String userId, String challenge, @Nullable Boolean userCreated) {

    /** Without the challenge. */
    @Override
    public String toString() {
      return "Started[" + userId + "]";
    }
  }

  record Authenticate(
      String cryptoWalletType,
      String cryptoWalletAddress,
      String signature,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {

    /** Without the signature. */
    @Override
    public String toString() {
      return "Authenticate";
    }
  }
}
