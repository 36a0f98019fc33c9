package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.cryptowallets.AuthenticateRequest;
import com.stytch.java.consumer.models.cryptowallets.AuthenticateStartRequest;
import com.stytch.java.consumer.models.cryptowallets.SIWEParams;
import com.stytch.java.consumer.models.sessions.AuthenticationFactorType;
import com.stytch.java.consumer.models.users.DeleteCryptoWalletRequest;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualWallet;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own Java SDK drives the emulator: crypto wallets. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkWalletsTest {

  private StytchClient stytch;

  @BeforeEach
  void open(World world) {
    this.stytch = Sdk.open(world);
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethereum", "solana"})
  void aWalletSignsInAndIsTakenOff(String type) {
    VirtualWallet wallet =
        type.equals("ethereum") ? VirtualWallet.ethereum() : VirtualWallet.solana();
    var started =
        success(
            stytch
                .getCryptoWallets()
                .authenticateStartCompletable(
                    new AuthenticateStartRequest(wallet.type(), wallet.address())));
    assertTrue(started.getUserCreated());
    String signature = wallet.sign(started.getChallenge());
    AuthenticateRequest request =
        new AuthenticateRequest(wallet.type(), wallet.address(), signature, null, 60);

    var in = success(stytch.getCryptoWallets().authenticateCompletable(request));

    assertEquals(started.getUserId(), in.getUserId());
    var factor = Objects.requireNonNull(in.getSession()).getAuthenticationFactors().get(0);
    assertEquals(AuthenticationFactorType.CRYPTO, factor.getType());
    var kept = in.getUser().getCryptoWallets().get(0);
    assertTrue(kept.getVerified());
    assertEquals(
        "unable_to_authenticate_crypto_wallet",
        error(stytch.getCryptoWallets().authenticateCompletable(request)));
    assertTrue(
        success(
                stytch
                    .getUsers()
                    .deleteCryptoWalletCompletable(
                        new DeleteCryptoWalletRequest(kept.getCryptoWalletId())))
            .getUser()
            .getCryptoWallets()
            .isEmpty());
  }

  @Test
  void aWalletSignsInWithEthereum() {
    VirtualWallet wallet = VirtualWallet.ethereum();
    var started =
        success(
            stytch
                .getCryptoWallets()
                .authenticateStartCompletable(
                    new AuthenticateStartRequest(
                        wallet.type(),
                        wallet.address(),
                        null,
                        null,
                        null,
                        new SIWEParams("example.com", "https://example.com/login", List.of()))));

    var in =
        success(
            stytch
                .getCryptoWallets()
                .authenticateCompletable(
                    new AuthenticateRequest(
                        wallet.type(), wallet.address(), wallet.sign(started.getChallenge()))));

    assertEquals("example.com", Objects.requireNonNull(in.getSiweParams()).getDomain());
  }
}
