package dev.keyway.emulator.internal.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtpauthUriTest {
  private static final TotpKey KEY = TotpKey.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @Test
  void theUriIsWrittenAsAuthenticatorAppsReadIt() {
    assertEquals(
        "otpauth://totp/My%20Project:jane%2Btest%40example.org"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=My%20Project",
        OtpauthUri.of("My Project", "jane+test@example.org", KEY).uri().toString());
  }

  @Test
  void whatIsWrittenReadsBack() {
    for (OtpauthUri uri :
        new OtpauthUri[] {
          OtpauthUri.of("My Project", "jane+test@example.org", KEY),
          OtpauthUri.of("", "jane", KEY),
          new OtpauthUri(
              "Ünïcode & Söhne", "a:b", KEY, TotpAlgorithm.SHA512, 8, Duration.ofSeconds(60)),
          OtpauthUri.of("Acme: Shop", ":b", KEY),
        }) {
      assertEquals(uri, OtpauthUri.parse(uri.uri().toString()));
    }
  }

  @Test
  void anIssuerOnlyInTheLabelIsRead() {
    OtpauthUri uri = OtpauthUri.parse("otpauth://totp/Acme:%20jane?secret=" + KEY.base32());
    assertEquals(OtpauthUri.of("Acme", "jane", KEY), uri);
  }

  @Test
  void onlyALiteralColonSeparates() {
    String secret = "?secret=" + KEY.base32();
    assertEquals(OtpauthUri.of("", "a:b", KEY), OtpauthUri.parse("otpauth://totp/a%3Ab" + secret));
    assertEquals(
        OtpauthUri.of("Acme: Shop", "a:b", KEY),
        OtpauthUri.parse("otpauth://totp/Acme%3a%20Shop:a:b" + secret));
    assertEquals(
        "otpauth://totp/Acme%3A%20Shop:a%3Ab" + secret + "&issuer=Acme%3A%20Shop",
        OtpauthUri.of("Acme: Shop", "a:b", KEY).uri().toString());
  }

  @Test
  void theKeyAndTheAccountStayOutOfToString() {
    String text = OtpauthUri.of("Acme", "jane", KEY).toString();
    assertEquals("OtpauthUri[issuer=Acme, account and key redacted]", text);
  }

  @Test
  void aUriHasAtMost4096Characters() {
    String start = "otpauth://totp/a?secret=" + KEY.base32() + "&x=";
    String longest = start + "x".repeat(4096 - start.length());
    assertEquals(OtpauthUri.of("", "a", KEY), OtpauthUri.parse(longest));
    assertThrows(IllegalArgumentException.class, () -> OtpauthUri.parse(longest + "x"));
  }

  @Test
  void ofAParameterThatStandsTwiceTheFirstCounts() {
    assertEquals(
        OtpauthUri.of("Acme", "jane", KEY),
        OtpauthUri.parse(
            "otpauth://totp/jane?&Issuer=Acme&issuer=Evil&flag&secret=" + KEY.base32() + "&"));
  }

  @Test
  void whatIsNotATotpUriIsRefused() {
    String secret = "?secret=" + KEY.base32();
    for (String bad :
        new String[] {
          "",
          "https://example.org/" + secret,
          "otpauth://hotp/a" + secret,
          "otpauth://totp/a",
          "otpauth://totp/a?issuer=b",
          "otpauth://totp/a?secret=1",
          "otpauth://totp/a" + secret + "&algorithm=MD5",
          "otpauth://totp/a" + secret + "&digits=4",
          "otpauth://totp/a" + secret + "&digits=x",
          "otpauth://totp/a" + secret + "&period=0",
          "otpauth://totp/%" + secret,
          "otpauth://totp/" + "a".repeat(5000) + secret,
        }) {
      assertThrows(IllegalArgumentException.class, () -> OtpauthUri.parse(bad), bad);
    }
  }
}
