package dev.keyway.providers.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackParametersTest {

  private static CallbackParameters of(String query) {
    return CallbackParameters.of(URI.create("https://app.example.com/cb" + query));
  }

  private static void assertInvalid(Executable work) {
    AuthException e = assertThrows(AuthException.class, work);
    assertEquals(ErrorCode.CALLBACK_INVALID, e.code());
    assertFalse(e.toString().contains("s3cr3t"), e.toString());
  }

  @Test
  void parametersAreDecoded() {
    CallbackParameters callback = of("?token=a%2Fb%20c+d%C3%A4&x=é&empty=&flag#token=z");
    assertEquals("a/b c dä", callback.required("token"));
    assertEquals("é", callback.required("x"));
    assertEquals(Optional.empty(), callback.optional("empty"));
    assertEquals(Optional.empty(), callback.optional("flag"));
    assertEquals(Optional.empty(), callback.optional("other"));
  }

  @Test
  void lettersBeyondAsciiMayStandAsTheyAre() {
    assertEquals("🔑", of("?token=🔑").required("token"));
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.app:/callback, com.example.app:/callback?token=t",
    "com.example.app:/callback, COM.example.app:/callback?token=t",
    "com.example.app://host/callback, com.example.app://host/callback?token=t",
    "com.example.app:callback?x=y, com.example.app:callback?x=y&token=t",
    "com.example.app:callback, com.example.app:callback?token=t",
    "com.example.app:?x=y, com.example.app:?token=t",
    "https://my_app/cb, http://my_app:8080/cb?token=t",
    "https://b\u00fccher.example/cb, https://xn--bcher-kva.example/cb?token=t",
    "https://B\u00dcCHER.example/cb, https://b%C3%BCcher.example/cb?token=t",
    "https://[::1]:3000/cb, https://[::1]/cb?token=t",
    "https://APP.example.com, https://app.example.com/?token=t",
  })
  void aCallbackIsTheOneThatTheFlowWasBegunWith(URI begunWith, URI callback) {
    assertEquals("t", CallbackParameters.of(callback, begunWith).required("token"));
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.app:/callback, com.example.other:/callback?token=s3cr3t",
    "com.example.app:/callback, https://callback?token=s3cr3t",
    "com.example.app:callback, com.example.app:other?token=s3cr3t",
    "https://app.example.com/cb, https://app.example.com/other?token=s3cr3t",
    "https://app.example.com/cb, https://app.example.com/?token=s3cr3t",
    "https://my_app/cb, https://my_app.evil.example/cb?token=s3cr3t",
    "https://b\u00fccher.example/cb, https://bucher.example/cb?token=s3cr3t",
    "https://app.example.com/cb, app.example.com:/cb?token=s3cr3t",
  })
  void aCallbackToElsewhereIsInvalid(URI begunWith, URI callback) {
    assertInvalid(() -> CallbackParameters.of(callback, begunWith));
  }

  @Test
  void aMissingOrBlankParameterIsInvalid() {
    assertInvalid(() -> of("").required("token"));
    assertInvalid(() -> of("?").required("token"));
    assertInvalid(() -> of("?token").required("token"));
    assertInvalid(() -> of("?token=%20").required("token"));
    assertInvalid(() -> of("#token=s3cr3t").required("token"));
    assertInvalid(() -> of("?Token=s3cr3t").required("token"));
  }

  @Test
  void aRepeatedParameterIsInvalidEvenWhenEncodedDifferently() {
    assertInvalid(() -> of("?token=s3cr3t&token=s3cr3t").required("token"));
    assertInvalid(() -> of("?token=s3cr3t&%74oken=").required("token"));
    assertInvalid(() -> of("?token=s3cr3t&token=x").optional("token"));
  }

  @Test
  void encodingThatIsNotUtf8IsInvalid() {
    assertInvalid(() -> of("?token=s3cr3t&x=%FF"));
    assertInvalid(() -> of("?token=s3cr3t%C3"));
  }

  @Test
  void overLongOnesAreInvalid() {
    assertEquals(4096, of("?token=" + "a".repeat(4096)).required("token").length());
    assertInvalid(() -> of("?token=" + "a".repeat(4097)).required("token"));
    String others = "&x=" + "b".repeat(16_384 - "token=t&x=".length());
    assertEquals("t", of("?token=t" + others).required("token"));
    assertInvalid(() -> of("?token=t" + others + "b"));
  }

  @Test
  void aValueWithoutANameIsOfNoOtherName() {
    CallbackParameters callback = of("?=value&token=t");
    assertEquals(Optional.empty(), callback.optional("=value"));
    assertEquals(Optional.of("value"), callback.optional(""));
  }

  @Test
  void parametersAreAppendedToWhatIsThere() {
    Map<String, String> added = Map.of("a b", "ü&=");
    assertEquals(
        "https://h/p?a%20b=%C3%BC%26%3D",
        UriQuery.append(URI.create("https://h/p"), added).toString());
    assertEquals(
        "https://h/p?x=1&a%20b=%C3%BC%26%3D#f",
        UriQuery.append(URI.create("https://h/p?x=1#f"), added).toString());
    assertEquals(
        "https://h/p?a%20b=%C3%BC%26%3D",
        UriQuery.append(URI.create("https://h/p?"), added).toString());
    assertEquals("?a%20b=%C3%BC%26%3D#f", UriQuery.append(URI.create("#f"), added).toString());
    assertEquals("?x=1&a%20b=%C3%BC%26%3D", UriQuery.append(URI.create("?x=1"), added).toString());
    assertTrue(UriQuery.append(URI.create("https://h/p"), Map.of()).getQuery() == null);
  }
}
