package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "alice@example.com",
        "Alice.Smith@Example.COM",
        "alice+tag@example.com",
        "o'brien@example.ie",
        "!#$%&'*+/=?^_`{|}~-@example.com",
        ".dots..are.fine.@example.com",
        "sandbox@stytch.com"
      })
  void whatAnHtmlFieldTakesIsTaken(String address) {
    assertEquals(address, EmailAddress.of(address).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "@example.com",
        "alice@",
        "alice@@example.com",
        "alice@example..com",
        "alice@.example.com",
        "alice@example.com.",
        "alice@-example.com",
        "alice@example-.com",
        "alice@exa mple.com",
        "al ice@example.com",
        "alice@example.com\nBcc: x",
        "alice\u0000@example.com",
        "alice@[127.0.0.1]",
        "\"quoted\"@example.com",
        "Alice <alice@example.com>",
        "älice@example.com",
        "alice@exam\u202Eple.com",
        "alice@exam\u2100ple.com",
        "alice@example\uFF20evil.com",
        "alice@\uD800.com",
        "alice@faß.de",
        "alice@βόλος.com",
        "alice@a\u200Db.com",
        "alice@a\u200Cb.com"
      })
  void whatIsMalformedIsRefusedAndNotQuoted(String address) {
    AuthException failure = refuses("email", () -> EmailAddress.of(address));
    assertFalse(message(failure).contains(address), message(failure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
  void aBlankIsRefused(String address) {
    refuses("email", () -> EmailAddress.of(address));
  }

  @Test
  void nullIsRefused() {
    refuses("email", () -> EmailAddress.of(absent()));
  }

  @ParameterizedTest
  @CsvSource({
    "alice@bücher.example, alice@xn--bcher-kva.example",
    "alice@例え.jp, alice@xn--r8jz45g.jp",
    "alice@例え。jp, alice@xn--r8jz45g.jp",
    "alice@BÜCHER.example, alice@xn--bcher-kva.example",
    "alice@пример.рф, alice@xn--e1afmkfd.xn--p1ai",
    "alice@उदाहरण.भारत, alice@xn--p1b6ci4b4b3a.xn--h2brj9c"
  })
  void theDomainIsHeldInAscii(String given, String held) {
    assertEquals(held, EmailAddress.of(given).value());
    assertEquals(EmailAddress.of(held), EmailAddress.of(given));
    assertEquals(EmailAddress.of(held.toUpperCase(Locale.ROOT)), EmailAddress.of(given));
  }

  /** Cherokee is in lower case, and Adlam at all, only in newer editions than the JDK's IDNA. */
  @ParameterizedTest
  @ValueSource(strings = {"alice@ꭰꭱ.example", "alice@𞤢𞤣.example", "alice@faß.de"})
  void aDomainThatTheJdkCannotReadIsAskedForInAscii(String address) {
    AuthException failure = refuses("email", () -> EmailAddress.of(address));
    assertTrue(message(failure).contains("xn-- form"), message(failure));
    EmailAddress.of("alice@xn--fa-hia.de");
    EmailAddress.of("alice@xn--zj9ab.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  alice@example.com ",
        "\u00A0alice@example.com\u00A0",
        "\uFEFFalice@example.com\u200B",
        "\u202Aalice@example.com\u202C",
        "\u3000alice@example.com\u2003\r\n"
      })
  void whatIsUnseenAroundItIsTakenOff(String address) {
    assertEquals("alice@example.com", EmailAddress.of(address).value());
  }

  @Test
  void lengthsAreBounded() {
    String label = "d".repeat(63);
    String local = "a".repeat(64);
    EmailAddress.of(local + "@" + label + "." + label + "." + "d".repeat(61));
    refuses("email", () -> EmailAddress.of(local + "@" + label + "." + label + "." + label));
    refuses("email", () -> EmailAddress.of("a".repeat(65) + "@example.com"));
    refuses("email", () -> EmailAddress.of("a@" + "d".repeat(64) + ".com"));
    refuses("email", () -> EmailAddress.of("a@" + "ü.".repeat(60) + "com"));
    refuses("email", () -> EmailAddress.of("a@" + "b.".repeat(1_000_000)));
  }

  @Test
  void caseDoesNotCountInComparisons() {
    EmailAddress lower = EmailAddress.of("alice@example.com");
    EmailAddress upper = EmailAddress.of("ALICE@EXAMPLE.COM");
    assertEquals(lower, upper);
    assertEquals(lower.hashCode(), upper.hashCode());
    assertEquals("alice@example.com", upper.normalized());
    assertEquals("ALICE@EXAMPLE.COM", upper.value());
    assertNotEquals(lower, EmailAddress.of("alice+1@example.com"));
    assertNotEquals(lower, EmailAddress.of("a.lice@example.com"));
  }

  /** The limit is for what is sent: a domain's ASCII form, which is longer than what was typed. */
  @Test
  void anAddressIsMeasuredInTheFormThatIsSent() {
    String domain = "b\u00fccher." + "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(63);
    String ascii = domain.replace("b\u00fccher", "xn--bcher-kva");
    String local = "a".repeat(254 - 1 - ascii.length());
    assertEquals(local + "@" + ascii, EmailAddress.of(local + "@" + domain).value());
    for (int more : new int[] {1, 2}) {
      refuses("email", () -> EmailAddress.of("a".repeat(more) + local + "@" + domain));
    }
  }

  @Test
  void onlyADomainWithLettersBeyondAsciiIsToldToUseItsAsciiForm() {
    String tooLong = "a@" + "b".repeat(64) + ".example";
    assertEquals(
        "INVALID_ARGUMENT: email is not a valid e-mail address",
        message(refuses("email", () -> EmailAddress.of(tooLong))));
    for (String unknown : List.of("a@fa\u00df.de", "a@exam\u0080ple.com")) {
      assertTrue(
          message(refuses("email", () -> EmailAddress.of(unknown))).endsWith("xn-- form"), unknown);
    }
  }

  @Test
  void theTextFormMasksTheLocalPart() {
    assertEquals("a***@example.com", EmailAddress.of("alice@example.com").toString());
  }
}
