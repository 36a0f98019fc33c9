package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code connected-accounts}, by the account. */
public interface ConnectedAccountApi {

  @RequestLine("GET /api/v1/connected-accounts/{user}")
  Accounts list(@Param("user") String user);

  /** Renews the token at the identity provider if need be, which may be repeated. */
  @Reads
  @RequestLine("POST /api/v1/connected-accounts/{user}/{provider}/{account}/access-token")
  Token accessToken(
      @Param("user") String user,
      @Param("provider") String provider,
      @Param("account") String account,
      Scope body);

  record Accounts(List<Account> items) {}

  record Account(String userId, String provider, String providerAccountId) {}

  record Scope(@Nullable String scope) {}

  record Token(Secret accessToken) {}
}
