package dev.keyway.providers.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriHostTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com/, example.com, -1",
    "https://example.com:8443/, example.com, 8443",
    "http://example.com:0/, example.com, 0",
    "http://me@example.com:99999/, example.com, 99999",
    "http://my_app:3000, my_app, 3000",
    "http://my_app, my_app, -1",
    "http://[::1]:3000/, [::1], 3000",
    "http://example.com:/, example.com, -1",
    "http://:80/, '', 80",
    "/path:80, '', -1",
    "app:callback, '', -1",
  })
  void hostAndPortAreRead(URI uri, String host, int port) {
    assertEquals(host, UriHost.of(uri));
    assertEquals(port, UriHost.port(uri));
  }
}
