package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The vendor's fixed test values, which work in every test project and change nothing. An area asks
 * here first, with the value it was given, and answers from {@link #authenticated} if it is one.
 *
 * @see <a href="https://stytch.com/docs/guides/testing/testing">Stytch: Testing</a>
 */
final class Sandbox {
  static final String EMAIL = "sandbox@stytch.com";
  static final String PHONE = "+10000000000";
  static final String CODE = "000000";
  static final String MAGIC_LINK = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=";
  static final String MAGIC_LINK_USED = "3pzJQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=";
  static final String MAGIC_LINK_UNKNOWN = "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM=";
  static final String OAUTH = "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g";
  static final String SESSION = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY";

  /** Unknown to {@code sessions/authenticate} and to {@code oauth/authenticate}. */
  static final String UNKNOWN = "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw";

  static final String USER_ID = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
  static final String SESSION_ID = "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028";
  static final String EMAIL_ID = "email-test-23873e89-d4ed-4e92-b3b9-e5c7198fa286";

  private Sandbox() {}

  static boolean isEmail(String email) {
    return EMAIL.equalsIgnoreCase(email);
  }

  /** The shared fixture's address. */
  static Address email(StytchProject project) {
    return new Address(EMAIL_ID, Address.Kind.EMAIL, EMAIL, true, true, project.now());
  }

  /**
   * The session block of an answer to a sandbox value: the shared user, with a session if one was
   * asked for.
   */
  static ObjectNode authenticated(StytchProject project, Optional<Duration> life, Factor factor) {
    StytchUser user = new StytchUser(USER_ID, project.now());
    Optional<StytchSession> session = life.map(asked -> session(project, asked, factor));
    ObjectNode answer = SessionRequest.answer(project, user, session);
    ((ObjectNode) answer.get("user"))
        .withArray("emails")
        .addObject()
        .put("email_id", EMAIL_ID)
        .put("email", EMAIL)
        .put("verified", true);
    return answer;
  }

  private static StytchSession session(StytchProject project, Duration life, Factor factor) {
    StytchSession session =
        new StytchSession(
            SESSION_ID,
            USER_ID,
            SESSION,
            project.now(),
            project.now().plus(life),
            List.of("stytch_user"));
    session.prove(factor);
    return session;
  }
}
