package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.magiclinks.AuthenticateRequest;
import com.stytch.java.consumer.models.magiclinksemail.LoginOrCreateRequest;
import dev.keyway.conformance.Browser;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Java SDK drives the emulator: codes, links, OAuth. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkPasswordlessTest {

  private static final String EMAIL = "ada@example.com";

  private StytchClient stytch;
  private World world;
  private URI home;

  @BeforeEach
  void open(World world, AuthEmulator emulator) {
    this.world = world;
    this.home = emulator.baseUrl();
    this.stytch = Sdk.open(world);
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  @Test
  void aMailedCodeSignsInOnce() {
    var sent =
        success(
            stytch
                .getOtps()
                .getEmail()
                .loginOrCreateCompletable(
                    new com.stytch.java.consumer.models.otpemail.LoginOrCreateRequest(EMAIL)));
    assertTrue(sent.getUserCreated());
    String code =
        Objects.requireNonNull(
            world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code(), "no code");
    var request =
        new com.stytch.java.consumer.models.otp.AuthenticateRequest(sent.getEmailId(), code);
    var in = success(stytch.getOtps().authenticateCompletable(request));
    assertEquals(sent.getUserId(), in.getUserId());
    assertTrue(in.getUser().getEmails().get(0).getVerified());
    error(stytch.getOtps().authenticateCompletable(request));
  }

  @Test
  void aMailedLinkSignsInOnce() {
    var sent =
        success(
            stytch
                .getMagicLinks()
                .getEmail()
                .loginOrCreateCompletable(new LoginOrCreateRequest(EMAIL)));
    String token =
        Objects.requireNonNull(
            world.outbox().await(EMAIL, MessageKind.MAGIC_LINK).token(), "no token");
    var request = new AuthenticateRequest(token);
    var in = success(stytch.getMagicLinks().authenticateCompletable(request));
    assertEquals(sent.getUserId(), in.getUserId());
    error(stytch.getMagicLinks().authenticateCompletable(request));
  }

  @Test
  void anIdentityProviderSignsInOnce() {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of(EMAIL)));
    URI start =
        home.resolve("/v1/public/oauth/google/start?public_token=" + world.stytch().publicToken());
    URI back =
        new Browser(home)
            .open(start)
            .left(home)
            .orElseThrow(() -> new AssertionError("The browser did not come back"));
    String query = back.getRawQuery();
    String token = query.replaceAll("(?:.*&)?token=([^&]*).*", "$1");
    var request =
        new com.stytch.java.consumer.models.oauth.AuthenticateRequest(
            URLDecoder.decode(token, StandardCharsets.UTF_8));
    var in = success(stytch.getOauth().authenticateCompletable(request));
    assertEquals("Google", in.getProviderType());
    assertFalse(in.getProviderValues().getAccessToken().isEmpty());
    error(stytch.getOauth().authenticateCompletable(request));
  }
}
