package dev.keyway.providers.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.providers.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When keys are fetched, and what happens when they can't be. */
class KeysTest {

  private static final JwtReading<VerifiedJwt> READING =
      new JwtReading<>(
          List.of(new JwtProfile("session", Set.of("issuer"), "project")), Function.identity());
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock();
  private final TokenMint mint = new TokenMint(clock);
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile String published = TokenMint.keySet(TokenMint.RSA);
  private volatile boolean down;
  private final JwtVerifier verifier =
      new JwtVerifier(JwtAlgorithm.RS256, this::fetch, clock, Duration.ofSeconds(5));

  @AfterEach
  void close() {
    verifier.close();
  }

  private String fetch(Duration timeout) {
    fetches.incrementAndGet();
    if (down) {
      throw AuthException.of(
          ErrorCode.CONNECTION_FAILED, "No connection", Retry.SAFE_NOW, (Throwable) null);
    }
    return published;
  }

  private void verify(AccessToken token) {
    verifier.verify(token, READING, Optional.empty(), TIMEOUT);
  }

  private void assertRefused(ErrorCode code, AccessToken token) {
    AuthException e = assertThrows(AuthException.class, () -> verify(token));
    assertEquals(code, e.code(), e.getMessage());
  }

  @Test
  void keysAreFetchedOnceForManyTokens() {
    for (int i = 0; i < 20; i++) {
      int number = i;
      verify(mint.token(TokenMint.RSA, c -> c.put("n", number)));
    }
    assertEquals(1, fetches.get());
  }

  @Test
  void aNewKeyIsFetchedWhenATokenNamesIt() {
    verify(mint.token(TokenMint.RSA));
    published = TokenMint.keySet(TokenMint.RSA, TokenMint.OTHER_RSA);
    verify(mint.token(TokenMint.OTHER_RSA));
    assertEquals(2, fetches.get());
  }

  @Test
  void unknownKeysCauseOneFetchAMinuteWhateverTheThreads() throws Exception {
    verify(mint.token(TokenMint.RSA));
    AccessToken unknown = mint.token(TokenMint.OTHER_RSA);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(threads.submit(() -> assertRefused(ErrorCode.TOKEN_INVALID, unknown)));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(2, fetches.get());
    clock.advance(Duration.ofSeconds(59));
    assertRefused(ErrorCode.TOKEN_INVALID, unknown);
    assertEquals(2, fetches.get());
    clock.advance(Duration.ofSeconds(1));
    assertRefused(ErrorCode.TOKEN_INVALID, unknown);
    assertEquals(3, fetches.get());
  }

  @Test
  void manyThreadsWaitForOneFirstFetch() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger held = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (JwtVerifier slow =
        new JwtVerifier(
            JwtAlgorithm.RS256,
            timeout -> {
              held.incrementAndGet();
              begun.countDown();
              await(release);
              return published;
            },
            clock,
            Duration.ZERO)) {
      AccessToken token = mint.token(TokenMint.RSA);
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(() -> slow.verify(token, READING, Optional.empty(), TIMEOUT)));
      }
      await(begun);
      release.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
      assertEquals(1, held.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anOutageDoesNotBreakTokensOfCachedKeys() {
    verify(mint.token(TokenMint.RSA));
    down = true;
    clock.advance(Duration.ofHours(24));
    verify(mint.token(TokenMint.RSA));
    assertRefused(ErrorCode.CONNECTION_FAILED, mint.token(TokenMint.OTHER_RSA));
  }

  @Test
  void afterADayOfOutageCachedKeysAreNoLongerGood() {
    verify(mint.token(TokenMint.RSA));
    down = true;
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    AccessToken token = mint.token(TokenMint.RSA);
    assertRefused(ErrorCode.CONNECTION_FAILED, token);
    down = false;
    clock.advance(Duration.ofSeconds(5));
    verify(token);
  }

  @Test
  void oneBadKeyIsLeftOutAndTheOthersServe() {
    String good = TokenMint.RSA.toPublicJWK().toJSONString();
    String other = TokenMint.OTHER_RSA.toPublicJWK().toJSONString();
    for (String bad :
        List.of(
            "null",
            "7",
            "{}",
            "{\"kty\":\"none\",\"kid\":\"x\"}",
            other.replace("\"kty\":\"RSA\"", "\"kty\":\"RSA\",\"use\":\"enc\""),
            other.replace("\"kty\":\"RSA\"", "\"kty\":\"RSA\",\"use\":\"wrong\""),
            other.replace("\"kty\":\"RSA\"", "\"kty\":\"RSA\",\"alg\":\"RS512\""),
            other.replace("\"kty\":\"RSA\"", "\"kty\":\"RSA\",\"key_ops\":[\"encrypt\"]"),
            other.replaceFirst("\"n\":\"[^\"]*\"", "\"n\":\"AQAB\""),
            TokenMint.OTHER_RSA.toJSONString(),
            TokenMint.EC.toJSONString())) {
      published = "{\"keys\":[" + bad + "," + good + "]}";
      try (JwtVerifier each =
          new JwtVerifier(JwtAlgorithm.RS256, this::fetch, clock, Duration.ofSeconds(5))) {
        each.verify(mint.token(TokenMint.RSA), READING, Optional.empty(), TIMEOUT);
        assertThrows(
            AuthException.class,
            () -> each.verify(mint.token(TokenMint.OTHER_RSA), READING, Optional.empty(), TIMEOUT),
            bad);
      }
    }
  }

  @Test
  void twoKeysOfOneNameAreBothLeftOutAndTheSameTwiceIsOne() {
    String good = TokenMint.RSA.toPublicJWK().toJSONString();
    String namesake =
        TokenMint.OTHER_RSA.toPublicJWK().toJSONString().replace("\"rsa-2\"", "\"rsa-1\"");
    published = "{\"keys\":[" + good + "," + good + "]}";
    verify(mint.token(TokenMint.RSA));
    published = "{\"keys\":[" + good + "," + namesake + "]}";
    try (JwtVerifier fresh =
        new JwtVerifier(JwtAlgorithm.RS256, this::fetch, clock, Duration.ofSeconds(5))) {
      assertThrows(
          AuthException.class,
          () -> fresh.verify(mint.token(TokenMint.RSA), READING, Optional.empty(), TIMEOUT));
    }
  }

  @Test
  void aKeySetIsBoundedInSizeAndDepth() {
    String key = TokenMint.RSA.toPublicJWK().toJSONString();
    published = "{\"keys\":[" + (key + ",").repeat(100) + key + "]}";
    assertRefused(ErrorCode.INVALID_RESPONSE, mint.token(TokenMint.RSA));
    published = "{\"keys\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertRefused(ErrorCode.INVALID_RESPONSE, mint.token(TokenMint.RSA));
    published = "{\"keys\":[" + (key + ",").repeat(99) + key + "]}";
    verify(mint.token(TokenMint.RSA));
  }

  @Test
  void aFailedRefetchIsNotTriedByEverybodyButSoonAgain() {
    verify(mint.token(TokenMint.RSA));
    down = true;
    AccessToken fresh = mint.token(TokenMint.OTHER_RSA);
    assertRefused(ErrorCode.CONNECTION_FAILED, fresh);
    assertRefused(ErrorCode.CONNECTION_FAILED, fresh);
    assertEquals(2, fetches.get());
    down = false;
    published = TokenMint.keySet(TokenMint.RSA, TokenMint.OTHER_RSA);
    clock.advance(Duration.ofSeconds(5));
    verify(fresh);
  }

  @Test
  void withoutAnyKeyEachCallTriesAgain() {
    down = true;
    AccessToken token = mint.token(TokenMint.RSA);
    assertRefused(ErrorCode.CONNECTION_FAILED, token);
    down = false;
    verify(token);
  }

  @Test
  void anAnswerThatIsNoKeySetIsTold() {
    published = "{\"keys\":7}";
    assertRefused(ErrorCode.INVALID_RESPONSE, mint.token(TokenMint.RSA));
    published = "<html>";
    assertRefused(ErrorCode.INVALID_RESPONSE, mint.token(TokenMint.RSA));
  }

  @Test
  void aWithdrawnKeyEndsItsTokensThoughTheirSignaturesWereChecked() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    published = TokenMint.keySet(TokenMint.OTHER_RSA);
    verify(mint.token(TokenMint.OTHER_RSA));
    assertRefused(ErrorCode.TOKEN_INVALID, token);
  }

  @Test
  void aTokenWhoseKeyIsPublishedAgainIsRememberedAgain() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    published = TokenMint.keySet(TokenMint.OTHER_RSA);
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.EC, c -> c.put("n", 1)));
    verify(mint.token(TokenMint.OTHER_RSA));
    assertRefused(ErrorCode.TOKEN_INVALID, token);
    clock.advance(Duration.ofMinutes(1));
    published = TokenMint.keySet(TokenMint.RSA);
    verify(token);
    clock.advance(Duration.ofSeconds(4));
    assertEquals(2, verifier.remembered());
  }

  @Test
  void anotherKeyUnderTheSameNameTakesThePlaceOfTheFormer() {
    AccessToken former = mint.token(TokenMint.RSA);
    verify(former);
    published = TokenMint.keySet(TokenMint.OTHER_RSA).replace("\"rsa-2\"", "\"rsa-1\"");
    AccessToken latter =
        mint.token(TokenMint.OTHER_RSA, mint.claims(), header -> header.keyID("rsa-1"));
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.OTHER_RSA));
    verify(latter);
    assertRefused(ErrorCode.TOKEN_INVALID, former);
  }

  @Test
  void anUnchangedKeyStaysTheSameSoThatItsTokensStayProven() {
    Instant now = clock.instant();
    KeySet before = KeySet.parse(published, JwtAlgorithm.RS256, now, null);
    KeySet after =
        KeySet.parse(
            TokenMint.keySet(TokenMint.OTHER_RSA, TokenMint.RSA), JwtAlgorithm.RS256, now, before);
    assertSame(before.find("rsa-1").orElseThrow(), after.find("rsa-1").orElseThrow());
  }

  @Test
  void oldKeysAreFetchedAgainOnAThreadThatKeepsNoProcessAlive() throws Exception {
    Thread here = Thread.currentThread();
    CompletableFuture<Thread> beside = new CompletableFuture<>();
    try (JwtVerifier own =
        new JwtVerifier(
            JwtAlgorithm.RS256,
            timeout -> {
              if (!Thread.currentThread().equals(here)) {
                beside.complete(Thread.currentThread());
              }
              return published;
            },
            clock,
            Duration.ofSeconds(5))) {
      own.verify(mint.token(TokenMint.RSA), READING, Optional.empty(), TIMEOUT);
      clock.advance(Duration.ofMinutes(11));
      own.verify(mint.token(TokenMint.RSA), READING, Optional.empty(), TIMEOUT);
      assertTrue(beside.get().isDaemon());
    }
  }
}
