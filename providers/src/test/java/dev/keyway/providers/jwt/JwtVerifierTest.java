package dev.keyway.providers.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JwtVerifierTest {

  private static final JwtProfile SESSION =
      new JwtProfile("session", Set.of("issuer", "other-issuer"), "project");
  private static final JwtReading<VerifiedJwt> READING =
      new JwtReading<>(List.of(SESSION), Function.identity());
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock();
  private final TokenMint mint = new TokenMint(clock);
  private final AtomicInteger fetches = new AtomicInteger();
  private final JwtVerifier verifier =
      new JwtVerifier(
          JwtAlgorithm.RS256,
          timeout -> {
            fetches.incrementAndGet();
            return TokenMint.keySet(TokenMint.RSA, TokenMint.EC);
          },
          clock,
          SKEW);

  @AfterEach
  void close() {
    verifier.close();
  }

  private VerifiedJwt verify(AccessToken token) {
    return verifier.verify(token, READING, Optional.empty(), TIMEOUT);
  }

  private void assertRefused(ErrorCode code, AccessToken token) {
    AuthException e = assertThrows(AuthException.class, () -> verify(token));
    assertEquals(code, e.code(), e.getMessage());
  }

  @Test
  void aGenuineTokenPasses() {
    VerifiedJwt jwt = verify(mint.token(TokenMint.RSA));
    assertEquals("user-1", jwt.requiredText("sub"));
    assertEquals(clock.instant().plusSeconds(300), jwt.expiresAt());
    assertEquals(Optional.of(clock.instant()), jwt.issuedAt());
  }

  @Test
  void theEllipticKindPassesWhereItIsTheProjectsOwn() {
    try (JwtVerifier es256 =
        new JwtVerifier(
            JwtAlgorithm.ES256,
            timeout -> TokenMint.keySet(TokenMint.RSA, TokenMint.EC),
            clock,
            SKEW)) {
      AccessToken token = mint.token(TokenMint.EC);
      assertEquals(
          "user-1", es256.verify(token, READING, Optional.empty(), TIMEOUT).requiredText("sub"));
      assertThrows(
          AuthException.class,
          () -> es256.verify(mint.token(TokenMint.RSA), READING, Optional.empty(), TIMEOUT));
    }
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.EC));
  }

  @Test
  void theTypeMayBeJwtOrAbsentOnly() {
    verify(mint.token(TokenMint.RSA, mint.claims(), h -> h.type(JOSEObjectType.JWT)));
    assertRefused(
        ErrorCode.TOKEN_INVALID,
        mint.token(TokenMint.RSA, mint.claims(), h -> h.type(new JOSEObjectType("at+jwt"))));
  }

  @Test
  void anotherIssuerOrAudienceIsRefusedWithoutAFetch() {
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.put("iss", "issuer/")));
    assertRefused(
        ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.put("aud", List.of("other"))));
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.remove("aud")));
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.remove("iss")));
    assertEquals(0, fetches.get());
    verify(mint.token(TokenMint.RSA, c -> c.put("aud", "project")));
    verify(mint.token(TokenMint.RSA, c -> c.put("iss", "other-issuer")));
  }

  @Test
  void timesAreCheckedWithTheSkewEachTime() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    clock.advance(Duration.ofSeconds(304));
    verify(token);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(ErrorCode.TOKEN_EXPIRED, token);

    AccessToken early =
        mint.token(TokenMint.RSA, c -> c.put("nbf", clock.instant().getEpochSecond() + 6));
    assertRefused(ErrorCode.TOKEN_INVALID, early);
    clock.advance(Duration.ofSeconds(1));
    verify(early);
  }

  @Test
  void aTokenMustExpire() {
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.remove("exp")));
    assertRefused(ErrorCode.TOKEN_INVALID, mint.token(TokenMint.RSA, c -> c.put("exp", "soon")));
    assertRefused(
        ErrorCode.TOKEN_EXPIRED, mint.token(TokenMint.RSA, c -> c.put("exp", Long.MIN_VALUE)));
    verify(mint.token(TokenMint.RSA, c -> c.put("exp", Long.MAX_VALUE)));
  }

  @Test
  void theAgeCanBeLimited() {
    AccessToken token = mint.token(TokenMint.RSA);
    clock.advance(Duration.ofSeconds(65));
    Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
    verifier.verify(token, READING, minute, TIMEOUT);
    clock.advance(Duration.ofSeconds(1));
    AuthException e =
        assertThrows(AuthException.class, () -> verifier.verify(token, READING, minute, TIMEOUT));
    assertEquals(ErrorCode.TOKEN_EXPIRED, e.code());
  }

  @Test
  void anAgeThatIsLimitedMustBeThere() {
    Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
    for (AccessToken token :
        List.of(
            mint.token(TokenMint.RSA, c -> c.remove("iat")),
            mint.token(TokenMint.RSA, c -> c.put("iat", "now")))) {
      AuthException e =
          assertThrows(AuthException.class, () -> verifier.verify(token, READING, minute, TIMEOUT));
      assertEquals(ErrorCode.TOKEN_INVALID, e.code());
      verify(token);
    }
  }

  @Test
  void aTokenHasAtMost16384Characters() {
    int room = 16_384 - padded(0).reveal().length();
    AccessToken longest =
        IntStream.rangeClosed(room * 3 / 4 - 3, room * 3 / 4 + 3)
            .mapToObj(this::padded)
            .filter(token -> token.reveal().length() == 16_384)
            .findFirst()
            .orElseThrow();
    verify(longest);
    assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(longest.reveal() + "A"));
  }

  /** The header's parameter makes it one that a claim can fill up to the very limit. */
  private AccessToken padded(int length) {
    Map<String, @Nullable Object> claims = mint.claims();
    claims.put("x", "x".repeat(length));
    return mint.token(TokenMint.RSA, claims, header -> header.customParam("x", "y"));
  }

  @Test
  void anEllipticSignatureHas64Bytes() {
    try (JwtVerifier es256 =
        new JwtVerifier(
            JwtAlgorithm.ES256, timeout -> TokenMint.keySet(TokenMint.EC), clock, SKEW)) {
      String text = mint.token(TokenMint.EC).reveal();
      String signed = text.substring(0, text.lastIndexOf('.') + 1);
      for (int length : new int[] {0, 32, 63, 65, 96}) {
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
        AuthException e =
            assertThrows(
                AuthException.class,
                () ->
                    es256.verify(
                        AccessToken.of(signed + signature), READING, Optional.empty(), TIMEOUT));
        assertEquals(ErrorCode.TOKEN_INVALID, e.code());
      }
    }
  }

  /** What was used for a wrong one is used again for the next token. */
  @Test
  void anRsaSignatureIsCheckedForItself() {
    String genuine = mint.token(TokenMint.RSA).reveal();
    String signed = genuine.substring(0, genuine.lastIndexOf('.') + 1);
    for (int length : new int[] {0, 1, 255, 256, 257, 512}) {
      String wrong = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
      assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(signed + wrong));
      String id = "user-" + length;
      assertEquals(
          id, verify(mint.token(TokenMint.RSA, c -> c.put("sub", id))).requiredText("sub"));
    }
  }

  @Test
  void claimsAreToldAsTheyAre() {
    VerifiedJwt jwt =
        verify(
            mint.token(
                TokenMint.RSA,
                c -> {
                  c.put("yes", true);
                  c.put("no", false);
                  c.put("text", "false");
                  c.put("blank", " ");
                  c.put("null", null);
                  c.remove("iat");
                }));
    assertEquals("user-1", jwt.claims().get("sub"));
    assertTrue(jwt.isSet("yes"));
    assertFalse(jwt.isSet("no"));
    assertTrue(jwt.isSet("text"), "text for a boolean");
    assertFalse(jwt.isSet("null"));
    assertFalse(jwt.isSet("absent"));
    assertEquals(Optional.of("false"), jwt.text("text"));
    assertEquals(Optional.empty(), jwt.text("blank"));
    assertEquals(Optional.empty(), jwt.text("yes"));
    assertEquals(Optional.empty(), jwt.issuedAt());
    assertEquals("VerifiedJwt[session]", jwt.toString());
  }

  @Test
  void aTokenIsRememberedWhileItCanBeAccepted() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    verify(token);
    clock.advance(Duration.ofSeconds(4));
    assertEquals(1, verifier.remembered());
    clock.advance(Duration.ofMinutes(5));
    verify(token);
    assertEquals(1, verifier.remembered(), "good until the skew is over, too");
    clock.advance(Duration.ofSeconds(2));
    assertEquals(0, verifier.remembered());
    verify(mint.token(TokenMint.RSA));
    verifier.close();
    assertEquals(0, verifier.remembered());
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    String payload = mint.token(TokenMint.RSA).reveal().split("\\.", -1)[1];
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"kid\":\"rsa-1\"}".getBytes(StandardCharsets.UTF_8));
    assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(header + "." + payload + "."));
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws JOSEException {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(),
            new Payload(mint.claims()));
    jws.sign(new MACSigner(TokenMint.RSA.toRSAPublicKey().getEncoded()));
    assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(jws.serialize()));
  }

  @Test
  void aKeyInTheHeaderIsNotBelieved() {
    assertRefused(
        ErrorCode.TOKEN_INVALID,
        mint.token(
            TokenMint.OTHER_RSA,
            mint.claims(),
            h -> h.jwk(TokenMint.OTHER_RSA.toPublicJWK()).keyID("rsa-1")));
    assertRefused(
        ErrorCode.TOKEN_INVALID,
        mint.token(
            TokenMint.RSA, mint.claims(), h -> h.jwkURL(URI.create("https://evil.example"))));
    assertRefused(
        ErrorCode.TOKEN_INVALID,
        mint.token(TokenMint.RSA, mint.claims(), h -> h.criticalParams(Set.of("exp"))));
  }

  @Test
  void anotherKeysSignatureIsRefused() {
    assertRefused(
        ErrorCode.TOKEN_INVALID,
        mint.token(TokenMint.OTHER_RSA, mint.claims(), h -> h.keyID("rsa-1")));
  }

  @Test
  void noPartOfATokenCanBeChanged() {
    String text = mint.token(TokenMint.RSA).reveal();
    verify(AccessToken.of(text));
    for (int i = 0; i < text.length() - 1; i += 7) {
      String forged =
          text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
      assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(forged));
    }
  }

  @Test
  void whatIsNoTokenIsRefused() {
    for (String text : List.of("x", "a.b", "a.b.c", "..", "{}", "a".repeat(20_000), "🔑.🔑.🔑")) {
      assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(text));
    }
    assertEquals(0, fetches.get());
  }

  @Test
  void aTokenIssuedInTheFutureHasNoAge() {
    long now = clock.instant().getEpochSecond();
    Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
    verifier.verify(
        mint.token(TokenMint.RSA, c -> c.put("iat", now + 5)), READING, minute, TIMEOUT);
    AccessToken future = mint.token(TokenMint.RSA, c -> c.put("iat", now + 6));
    AuthException e =
        assertThrows(AuthException.class, () -> verifier.verify(future, READING, minute, TIMEOUT));
    assertEquals(ErrorCode.TOKEN_INVALID, e.code());
  }

  @Test
  void aSignatureHasOneText() {
    String text = mint.token(TokenMint.RSA).reveal();
    verify(AccessToken.of(text));
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(text.charAt(text.length() - 1));
    // 2,048 bits leave four unused bits in the last character.
    for (int bits = 1; bits < 16; bits++) {
      String other = text.substring(0, text.length() - 1) + alphabet.charAt(last ^ bits);
      assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(other));
    }
    for (String other :
        List.of(
            text + "=",
            text + "==",
            text + " ",
            " " + text,
            text + "\n",
            "\uFEFF" + text,
            text.replaceFirst("\\.", " ."),
            text.replaceFirst("\\.", "=."),
            text.substring(0, text.length() - 3) + "\n" + text.substring(text.length() - 3))) {
      assertRefused(ErrorCode.TOKEN_INVALID, AccessToken.of(other));
    }
  }

  @Test
  void theTwinOfAnEllipticSignatureIsCheckedForItself() {
    try (JwtVerifier es256 =
        new JwtVerifier(
            JwtAlgorithm.ES256, timeout -> TokenMint.keySet(TokenMint.EC), clock, SKEW)) {
      String text = mint.token(TokenMint.EC).reveal();
      String twin = TokenMint.twin(text);
      String session =
          es256
              .verify(AccessToken.of(text), READING, Optional.empty(), TIMEOUT)
              .requiredText("sub");
      assertEquals(
          session,
          es256
              .verify(AccessToken.of(twin), READING, Optional.empty(), TIMEOUT)
              .requiredText("sub"));
      String forged = twin.substring(0, twin.length() - 8) + "AAAAAAAA";
      assertThrows(
          AuthException.class,
          () -> es256.verify(AccessToken.of(forged), READING, Optional.empty(), TIMEOUT));
    }
  }

  @Test
  void aClosedVerifierVerifiesNothing() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    verifier.close();
    assertRefused(ErrorCode.CLIENT_CLOSED, token);
    assertRefused(ErrorCode.CLIENT_CLOSED, mint.token(TokenMint.RSA, c -> c.put("n", 1)));
    assertEquals(1, fetches.get());
  }

  @Test
  void theProfileThatFitsIsTold() {
    List<JwtProfile> two =
        List.of(new JwtProfile("anonymous", Set.of("anonymous-issuer"), "project:anon"), SESSION);
    assertEquals(
        "session",
        verifier
            .verify(
                mint.token(TokenMint.RSA),
                new JwtReading<>(two, Function.identity()),
                Optional.empty(),
                TIMEOUT)
            .profile()
            .name());
  }

  @Test
  void aTokenIsReadOnceForEachReading() {
    AtomicInteger reads = new AtomicInteger();
    JwtReading<String> subject =
        new JwtReading<>(
            List.of(SESSION),
            jwt -> {
              reads.incrementAndGet();
              return jwt.requiredText("sub");
            });
    AccessToken token = mint.token(TokenMint.RSA);
    assertEquals("user-1", verifier.verify(token, subject, Optional.empty(), TIMEOUT));
    assertEquals("user-1", verifier.verify(token, subject, Optional.empty(), TIMEOUT));
    assertEquals(1, reads.get());
    assertEquals("session", verify(token).profile().name());
    assertEquals("user-1", verifier.verify(token, subject, Optional.empty(), TIMEOUT));
  }

  @Test
  void whatOneReadingReadIsNotGivenToAnother() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    JwtReading<VerifiedJwt> machine =
        new JwtReading<>(
            List.of(new JwtProfile("machine", Set.of("issuer"), "another-project")),
            Function.identity());
    AuthException e =
        assertThrows(
            AuthException.class, () -> verifier.verify(token, machine, Optional.empty(), TIMEOUT));
    assertEquals(ErrorCode.TOKEN_INVALID, e.code());
  }

  @Test
  void whatCannotBeReadIsRefusedEachTime() {
    JwtReading<String> email = new JwtReading<>(List.of(SESSION), jwt -> jwt.requiredText("email"));
    AccessToken token = mint.token(TokenMint.RSA);
    for (int i = 0; i < 2; i++) {
      AuthException e =
          assertThrows(
              AuthException.class, () -> verifier.verify(token, email, Optional.empty(), TIMEOUT));
      assertEquals(ErrorCode.TOKEN_INVALID, e.code());
    }
  }

  @Test
  void timesAreCheckedOfATokenThatWasRead() {
    AccessToken token = mint.token(TokenMint.RSA);
    verify(token);
    verify(token);
    clock.advance(Duration.ofSeconds(305));
    assertRefused(ErrorCode.TOKEN_EXPIRED, token);
  }

  @Test
  void aClaimIsNamedOnce() throws JOSEException {
    String twice = "{\"iss\":\"issuer\",\"aud\":\"project\",\"exp\":4102444800,\"sub\":\"%s\"%s}";
    verify(signed(twice.formatted("user-1", "")));
    assertRefused(
        ErrorCode.TOKEN_INVALID, signed(twice.formatted("user-1", ",\"sub\":\"user-2\"")));
  }

  @Test
  void claimsAreOneObjectOfBoundedDepth() throws JOSEException {
    String start = "{\"iss\":\"issuer\",\"aud\":\"project\",\"exp\":4102444800";
    verify(signed(start + ",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}"));
    for (String claims :
        List.of(
            start + ",\"x\":" + "[".repeat(70) + "]".repeat(70) + "}",
            start + "} {}",
            start + ",}",
            "[" + start + "}]",
            "null",
            "")) {
      assertRefused(ErrorCode.TOKEN_INVALID, signed(claims));
    }
  }

  private static AccessToken signed(String claims) throws JOSEException {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build(), new Payload(claims));
    jws.sign(new RSASSASigner(TokenMint.RSA));
    return AccessToken.of(jws.serialize());
  }
}
