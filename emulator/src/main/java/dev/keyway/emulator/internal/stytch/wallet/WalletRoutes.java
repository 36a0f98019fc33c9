package dev.keyway.emulator.internal.stytch.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.rules.UserWallets;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** {@code /v1/crypto_wallets}. */
public final class WalletRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> SIGNATURE = Field.text("signature");
  private static final CodeKind<Challenge> CHALLENGE = new CodeKind<>("crypto_wallet");

  /** Inferred. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** 80 characters. */
  private static final int CHALLENGE_BYTES = 60;

  /** EIP-4361 wants eight letters and digits at least. */
  private static final int NONCE_BYTES = 16;

  @Inject
  WalletRoutes() {}

  /**
   * What an account is to sign.
   *
   * @param text the whole of it
   * @param siwe what it was made of, if it is one of EIP-4361
   */
  private record Challenge(String text, Optional<SiweParams> siwe) {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.crypto-wallet.authenticate-start")
        .takes(
            ObjectType.of("", WalletAccount.FIELDS)
                .and(UserLookup.SELECTION_FIELDS)
                .and(SiweParams.FIELD))
        .fails(
            StytchError.CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE,
            StytchError.DUPLICATE_WALLET_ADDRESS)
        .fails(WalletAccount.ERRORS)
        .fails(SiweParams.ERRORS)
        .fails(UserLookup.SELECTION_ERRORS)
        .answers(this::start);
    book.on("stytch.crypto-wallet.authenticate")
        .takes(
            ObjectType.of("", WalletAccount.FIELDS)
                .and(SIGNATURE.required())
                .and(SessionInput.FIELDS))
        .fails(
            StytchError.SIGNATURE_MISSING,
            StytchError.CRYPTO_WALLET_NOT_FOUND,
            StytchError.SIWE_MESSAGE_EXPIRED,
            StytchError.SIWE_MESSAGE_NOT_VALID_YET,
            StytchError.UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET,
            StytchError.USER_LOCK_LIMIT_REACHED)
        .fails(WalletAccount.ERRORS)
        .fails(WalletAccount.SIGNATURE_ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
  }

  private Response start(StytchCall call) {
    StytchProject project = call.project();
    WalletAccount account = WalletAccount.of(call);
    if (!account.isEthereum() && call.find(SiweParams.FIELD).isPresent()) {
      throw StytchError.CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE.failure();
    }
    Optional<SiweParams> siwe =
        call.find(SiweParams.FIELD).map(sent -> SiweParams.of(sent, call.now()));
    if (Sandbox.isWallet(account.address())) {
      return started(call, Sandbox.USER_ID, challenge(call, account, siwe), false);
    }
    Optional<StytchUser> selected = UserLookup.selected(call);
    Optional<StytchUser> owner = UserWallets.owner(project, account.type(), account.address());
    if (owner.isPresent() && selected.filter(user -> user != owner.get()).isPresent()) {
      throw StytchError.DUPLICATE_WALLET_ADDRESS.failure();
    }
    boolean created = owner.isEmpty() && selected.isEmpty();
    StytchUser user = owner.or(() -> selected).orElseGet(() -> newUser(project));
    if (owner.isEmpty()) {
      String id = "crypto-wallet-test-" + call.random().uuid();
      UserWallets.add(
          project, user, new CryptoWallet(id, account.type(), account.address(), false));
    }
    Challenge challenge = challenge(call, account, siwe);
    UserWallets.find(user, account.type(), account.address())
        .ifPresent(wallet -> project.codes().issue(CHALLENGE, wallet.id(), LIFE, challenge));
    return started(call, user.id(), challenge, created);
  }

  private static StytchUser newUser(StytchProject project) {
    StytchUser user = project.newUser();
    user.set(StytchUserRows.PENDING, true);
    project.users().add(user, List.of());
    return user;
  }

  private static Challenge challenge(
      StytchCall call, WalletAccount account, Optional<SiweParams> siwe) {
    Instant end = call.now().plus(LIFE);
    String text =
        siwe.map(params -> params.text(account, nonce(call), end))
            .orElseGet(
                () ->
                    "Signing in with "
                        + call.project().settings().displayName()
                        + ": "
                        + call.random().base64Url(CHALLENGE_BYTES));
    return new Challenge(text, siwe);
  }

  private static String nonce(StytchCall call) {
    return HexFormat.of().formatHex(call.random().bytes(NONCE_BYTES));
  }

  private static Response started(
      StytchCall call, String userId, Challenge challenge, boolean created) {
    return call.ok(
        Json.object()
            .put("user_id", userId)
            .put("challenge", challenge.text())
            .put("user_created", created));
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    WalletAccount account = WalletAccount.of(call);
    String signature = call.get(SIGNATURE);
    if (signature.isEmpty()) {
      throw StytchError.SIGNATURE_MISSING.failure();
    }
    if (Sandbox.isWallet(account.address())) {
      return sandbox(call, signature);
    }
    SessionInput input = SessionInput.of(call);
    StytchUser user =
        UserWallets.owner(project, account.type(), account.address())
            .orElseThrow(StytchError.CRYPTO_WALLET_NOT_FOUND::failure);
    CryptoWallet wallet =
        UserWallets.find(user, account.type(), account.address())
            .orElseThrow(StytchError.CRYPTO_WALLET_NOT_FOUND::failure);
    UserLocks.requireUnlocked(project, user);
    OneTimeCode<Challenge> challenge = waiting(call, user, wallet);
    if (!account.signed(challenge.facts().text(), signature)) {
      throw UserLocks.failed(project, user, StytchError.UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET)
          .because("The signature is not the account's, or not of the latest challenge.");
    }
    requireValid(call, challenge);
    challenge.spend();
    CryptoWallet proved = wallet.proved();
    user.cryptoWallets.replaceAll(one -> one.id().equals(proved.id()) ? proved : one);
    ObjectNode json =
        SignIns.complete(
            project, user, Factor.cryptoWallet(proved, call.now()), input, Attributes.NONE);
    json.set("siwe_params", challenge.facts().siwe().map(SiweParams::json).orElse(null));
    return call.ok(json);
  }

  /** The challenge that a wallet was given last, if nobody signed it yet and it still works. */
  private static OneTimeCode<Challenge> waiting(
      StytchCall call, StytchUser user, CryptoWallet wallet) {
    OneTimeCode<Challenge> challenge =
        call.project()
            .codes()
            .find(CHALLENGE, wallet.id())
            .orElseThrow(
                () ->
                    StytchError.UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET
                        .failure()
                        .about(user)
                        .because("The wallet was given no challenge."));
    if (challenge.expiredAt(call.now()) && challenge.facts().siwe().isPresent()) {
      throw StytchError.SIWE_MESSAGE_EXPIRED.failure().about(user);
    }
    if (challenge.spent() || challenge.expiredAt(call.now())) {
      throw StytchError.UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET
          .failure()
          .about(user)
          .because(challenge.whyUnusable(call.now()));
    }
    return challenge;
  }

  private static void requireValid(StytchCall call, OneTimeCode<Challenge> challenge) {
    if (challenge
        .facts()
        .siwe()
        .filter(params -> call.now().isBefore(params.notBefore()))
        .isPresent()) {
      throw StytchError.SIWE_MESSAGE_NOT_VALID_YET.failure();
    }
  }

  private static Response sandbox(StytchCall call, String signature) {
    if (!signature.equals(Sandbox.WALLET_SIGNATURE)) {
      throw StytchError.UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET.failure();
    }
    ObjectNode json = Sandbox.signIn(call, Factor.cryptoWallet(Sandbox.wallet(), call.now()));
    json.putNull("siwe_params");
    return call.ok(json);
  }
}
