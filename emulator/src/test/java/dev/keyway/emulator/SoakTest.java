package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A world that people sign in to for years does not grow. Here the clock is moved so far with each
 * sign-in that some hundreds will do, and entries are counted; with {@code -Psoak} there are
 * 200,000 of each provider, and the heap is measured too.
 */
class SoakTest {
  private static final int SIGN_INS = Integer.getInteger("keyway.soak.sign-ins", 300);
  private static final boolean LONG = SIGN_INS >= 100_000;
  private static final int LIVE = 20_000;
  private static final int USERS = 20;

  /** Long: some 40 days, so that codes of a week expire too. Short: some eight years. */
  private static final Duration STEP = LONG ? Duration.ofSeconds(18) : Duration.ofDays(10);

  private static final int CHECKS = 10;

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aWorldIsFlatOnceExpirySetsIn(Provider provider) throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start();
        World world = emulator.newWorld()) {
      world.clock().freeze();
      List<String> people = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        people.add(provider.signUp(world, i));
      }
      if (LONG) {
        long bytes = bytesOfLiveSession(provider, world, people);
        System.out.printf("%s: %,d bytes for each live session%n", provider, bytes);
        assertTrue(bytes <= 1_000, () -> provider + " holds " + bytes + " bytes for each session");
      }
      List<Long> sizes = new ArrayList<>();
      for (int i = 1; i <= SIGN_INS; i++) {
        provider.signIn(world, people.get(i % USERS), i);
        world.clock().advance(STEP);
        if (i % (SIGN_INS / CHECKS) == 0) {
          sizes.add(StateSize.of(world));
          if (LONG) {
            System.out.printf(
                "%s: %,d sign-ins, %,d entries, %,d kB%n",
                provider, i, sizes.get(sizes.size() - 1), usedHeap() / 1024);
          }
        }
      }
      // The last third: all that has a retention has reached it.
      long first = sizes.get(CHECKS * 7 / 10 - 1);
      long last = sizes.get(CHECKS - 1);
      assertTrue(Math.abs(last - first) <= first / 100, () -> "It grew, or shrank: " + sizes);
    }
  }

  private static long bytesOfLiveSession(Provider provider, World world, List<String> people)
      throws Exception {
    // Fills what has a bound, which is no part of a session: ledger, and tokens that were verified.
    for (int i = 0; i < LIVE; i++) {
      provider.session(world, people.get(i % USERS));
    }
    long before = usedHeap();
    for (int i = 0; i < LIVE; i++) {
      provider.session(world, people.get(i % USERS));
    }
    return (usedHeap() - before) / LIVE;
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** How people sign in to a provider for an hour. */
  enum Provider {
    STACK_AUTH {
      @Override
      String signUp(World world, int number) throws Exception {
        return ok(Wire.stackServer(world)
                .post(
                    "/users",
                    """
                        {"primary_email":"user-%d@example.com","primary_email_auth_enabled":true,
                         "primary_email_verified":true}"""
                        .formatted(number)))
            .at("id");
      }

      @Override
      void session(World world, String user) throws Exception {
        ok(
            Wire.stackServer(world)
                .post(
                    "/auth/sessions",
                    """
                    {"user_id":"%s","expires_in_millis":3600000}"""
                        .formatted(user)));
      }

      @Override
      void code(World world, String user) throws Exception {
        String email = ok(Wire.stackServer(world).get("/users/" + user)).at("primary_email");
        String nonce =
            ok(Wire.stackClient(world)
                    .post(
                        "/auth/otp/send-sign-in-code",
                        """
                        {"email":"%s","callback_url":"http://localhost:3000/cb"}"""
                            .formatted(email)))
                .at("nonce");
        String typed = world.outbox().await(email, MessageKind.MAGIC_LINK).code();
        Wire.stackClient(world)
            .post("/auth/otp/sign-in/check-code", "{\"code\":\"%s%s\"}".formatted(typed, nonce));
      }
    },
    STYTCH {
      @Override
      String signUp(World world, int number) throws Exception {
        String email = "user-" + number + "@example.com";
        ok(
            Wire.stytch(world)
                .post(
                    "/v1/passwords",
                    """
                    {"email":"%s","password":"my horse reads maps at noon"}"""
                        .formatted(email)));
        return email;
      }

      @Override
      void session(World world, String user) throws Exception {
        ok(
            Wire.stytch(world)
                .post(
                    "/v1/passwords/authenticate",
                    """
                    {"email":"%s","password":"my horse reads maps at noon",
                     "session_duration_minutes":60}"""
                        .formatted(user)));
      }

      @Override
      void code(World world, String user) throws Exception {
        // Another user: a code by mail would ask one with an unproved password to set it anew.
        String email = "code-" + user;
        String method =
            ok(Wire.stytch(world)
                    .post("/v1/otps/email/login_or_create", "{\"email\":\"%s\"}".formatted(email)))
                .at("email_id");
        String typed = world.outbox().await(email, MessageKind.ONE_TIME_CODE).code();
        ok(
            Wire.stytch(world)
                .post(
                    "/v1/otps/authenticate",
                    """
                    {"method_id":"%s","code":"%s","session_duration_minutes":60}"""
                        .formatted(method, typed)));
      }
    };

    abstract String signUp(World world, int number) throws Exception;

    abstract void session(World world, String user) throws Exception;

    /** A message with a code, which is looked at or spent. */
    abstract void code(World world, String user) throws Exception;

    void signIn(World world, String user, int number) throws Exception {
      session(world, user);
      if (number % 10 == 0) {
        code(world, user);
      }
    }

    private static Wire.Reply ok(Wire.Reply reply) {
      assertTrue(reply.status() / 100 == 2, reply::text);
      return reply;
    }
  }
}
