package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AccountOutcome;
import dev.keyway.CallOptions;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.EthereumMessage;
import dev.keyway.providers.stytch.consumer.Wallet;
import dev.keyway.providers.stytch.consumer.WalletChallenge;
import dev.keyway.providers.stytch.consumer.Wallets;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.WalletApi;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link Wallets} by the routes of crypto wallets. */
final class WalletCalls implements Wallets {

  private final ViewCalls calls;
  private final WalletApi api;
  private final SignIns signIns;
  private final SessionMinutes minutes;

  WalletCalls(ViewCalls calls, WalletApi api, SignIns signIns, SessionMinutes minutes) {
    this.calls = calls;
    this.api = api;
    this.signIns = signIns;
    this.minutes = minutes;
  }

  @Override
  public WalletChallenge start(Wallet wallet, CallOptions options) {
    notNull(wallet, "wallet");
    return calls.call("stytch.wallets.start", options, () -> begin(wallet, null));
  }

  @Override
  public WalletChallenge startWithEthereum(
      Wallet wallet, EthereumMessage message, CallOptions options) {
    notNull(wallet, "wallet");
    notNull(message, "message");
    WalletApi.Siwe siwe =
        new WalletApi.Siwe(
            message.domain(),
            message.uri(),
            message.resources(),
            message.chainId().orElse(null),
            message.statement().orElse(null));
    return calls.call("stytch.wallets.startWithEthereum", options, () -> begin(wallet, siwe));
  }

  private WalletChallenge begin(Wallet wallet, WalletApi.@Nullable Siwe siwe) {
    WalletApi.Started started =
        api.start(new WalletApi.Start(type(wallet), wallet.address(), siwe));
    return Answer.read(
        () ->
            new WalletChallenge(
                started.challenge(),
                UserId.of(started.userId()),
                Boolean.TRUE.equals(started.userCreated())));
  }

  @Override
  public SignInResult authenticate(Wallet wallet, String signature, SignInOptions options) {
    notNull(wallet, "wallet");
    notNull(signature, "signature");
    Checks.nothingToCompare(options);
    return calls.call(
        "stytch.wallets.authenticate",
        options,
        () -> {
          int lasting = minutes.of(options.sessionDuration());
          WalletApi.Authenticate body =
              new WalletApi.Authenticate(
                  type(wallet),
                  wallet.address(),
                  signature,
                  lasting,
                  CustomClaims.of(options.sessionClaims()));
          return signIns.afterFirstFactor(api.authenticate(body), AccountOutcome.UNKNOWN, lasting);
        });
  }

  private static String type(Wallet wallet) {
    return wallet.type().name().toLowerCase(Locale.ROOT);
  }
}
