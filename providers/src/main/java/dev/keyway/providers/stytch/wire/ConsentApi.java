package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.providers.http.Reads;
import feign.RequestLine;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code idp/oauth}: what users allow connected apps. */
public interface ConsentApi {

  @Reads
  @RequestLine("POST /v1/idp/oauth/authorize/start")
  Question start(Start body);

  @RequestLine("POST /v1/idp/oauth/authorize")
  Answer answer(Submit body);

  record Start(
      String clientId,
      URI redirectUri,
      String responseType,
      Set<String> scopes,
      RenewalToken sessionToken,
      @Nullable String prompt) {}

  record Submit(
      String clientId,
      URI redirectUri,
      String responseType,
      Set<String> scopes,
      RenewalToken sessionToken,
      @Nullable String prompt,
      boolean consentGranted,
      @Nullable String state,
      @Nullable String nonce,
      @Nullable String codeChallenge,
      @Nullable List<URI> resources) {

    /** Without what only the app may know. */
    @Override
    public String toString() {
      return "Submit[" + clientId + "]";
    }
  }

  record Question(
      String userId, App client, boolean consentRequired, List<ScopeResult> scopeResults) {}

  record App(String clientId, @Nullable String clientName, @Nullable String clientDescription) {}

  record ScopeResult(String scope, @Nullable String description, boolean isGrantable) {}

  record Answer(String redirectUri) {

    /** Without the code. */
    @Override
    public String toString() {
      return "Answer";
    }
  }
}
