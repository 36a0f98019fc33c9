package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Users;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that the vendor's test environment treats alike in every project: their user is a
 * fixture that is never stored, so what one call does to it the next does not see (inferred).
 *
 * @see <a href="https://stytch.com/docs/guides/testing/sandbox-values">Sandbox values</a>
 */
public final class Sandbox {
  public static final String EMAIL = "sandbox@stytch.com";
  public static final String PHONE_NUMBER = "+10000000000";
  public static final String USER_ID = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
  public static final String SESSION_ID = "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028";
  public static final String EMAIL_ID = "email-test-23873e89-d4ed-4e92-b3b9-e5c7198fa286";

  /** Not published; the form alone is the vendor's. */
  public static final String PHONE_ID = "phone-number-test-00000000-0000-4000-8000-000000000001";

  /** Not published either. */
  public static final String OAUTH_REGISTRATION_ID =
      "oauth-user-test-00000000-0000-4000-8000-000000000002";

  public static final String TOTP_ID = "totp-test-00000000-0000-4000-8000-000000000003";

  /** Not published either. */
  public static final String WALLET_ID = "crypto-wallet-test-00000000-0000-4000-8000-000000000004";

  public static final String WALLET_ADDRESS = "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1";
  public static final String WALLET_SIGNATURE =
      "0x0c4f82edc3c818b6beff4b89e0682994e5878074609903cecdfb";
  public static final String CODE = "000000";
  public static final String RECOVERY_CODE = "a1b2-c3d4-e5f6";
  public static final String MAGIC_LINK = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=";
  public static final String MAGIC_LINK_REFUSED = "3pzJQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=";
  public static final String MAGIC_LINK_UNKNOWN = "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM=";
  public static final String OAUTH = "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g";
  public static final String SESSION = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY";

  private static final Duration SESSION_LIFE = Duration.ofMinutes(60);
  private static final Instant BORN = Instant.parse("2020-01-01T00:00:00Z");

  private Sandbox() {}

  public static boolean isEmail(String value) {
    return value.equalsIgnoreCase(EMAIL);
  }

  public static boolean isPhoneNumber(String value) {
    return value.equals(PHONE_NUMBER);
  }

  public static boolean isWallet(String address) {
    return address.equalsIgnoreCase(WALLET_ADDRESS);
  }

  public static CryptoWallet wallet() {
    return new CryptoWallet(WALLET_ID, CryptoWallet.ETHEREUM, WALLET_ADDRESS, true);
  }

  /** The user with both addresses verified. */
  public static StytchUser user() {
    StytchUser user = new StytchUser(USER_ID, BORN, -1);
    if (!new Users<StytchUser>().add(user, List.of(email(), phone()))) {
      throw new IllegalStateException("An empty directory refused an address");
    }
    return user;
  }

  public static Address email() {
    return new Address(EMAIL_ID, Address.Kind.EMAIL, EMAIL, true, true, BORN);
  }

  public static Address phone() {
    return new Address(PHONE_ID, Address.Kind.PHONE, PHONE_NUMBER, true, true, BORN);
  }

  /** What a call that may start a session answers when the sandbox user made it. */
  public static ObjectNode signIn(StytchCall call, Factor factor) {
    StytchUser user = user();
    Duration duration = SessionInput.duration(call);
    return SignIns.output(
        call.project(), user, duration == null ? null : session(call, factor, duration));
  }

  /** What a call answers that was sent the sandbox session's token. */
  public static ObjectNode authenticateSession(StytchCall call) {
    Duration duration = SessionInput.duration(call);
    Factor factor = Factor.emailLink(email(), call.now());
    return SignIns.output(
        call.project(), user(), session(call, factor, duration == null ? SESSION_LIFE : duration));
  }

  private static @Nullable StytchSession session(
      StytchCall call, Factor factor, Duration duration) {
    Instant now = call.now();
    StytchSession session =
        new StytchSession(SESSION_ID, USER_ID, SESSION, now, now.plus(duration), Attributes.NONE);
    session.add(factor);
    call.find(SessionInput.CUSTOM_CLAIMS)
        .ifPresent(
            claims -> session.customClaims = CustomClaims.merge(session.customClaims, claims));
    return session;
  }
}
