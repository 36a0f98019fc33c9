package dev.keyway.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.common.OptionalClientConfig;
import com.stytch.java.common.StytchResult;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    this.stytch =
        new StytchClient(
            world.stytch().projectId(),
            world.stytch().secret(),
            new OptionalClientConfig(world.stytch().baseUrl().toString()));
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
    assertRefused(stytch.getOtps().authenticateCompletable(request));
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
    assertRefused(stytch.getMagicLinks().authenticateCompletable(request));
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
    assertRefused(stytch.getOauth().authenticateCompletable(request));
  }

  private static <T> StytchResult<T> get(CompletableFuture<StytchResult<T>> call) {
    try {
      return call.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("The SDK's call did not end", e);
    }
  }

  private static <T> T success(CompletableFuture<StytchResult<T>> call) {
    StytchResult<T> result = get(call);
    if (result instanceof StytchResult.Success<T> success) {
      return success.getValue();
    }
    throw new AssertionError("The SDK reports " + ((StytchResult.Error) result).getException());
  }

  private static <T> void assertRefused(CompletableFuture<StytchResult<T>> call) {
    assertInstanceOf(StytchResult.Error.class, get(call));
  }
}
