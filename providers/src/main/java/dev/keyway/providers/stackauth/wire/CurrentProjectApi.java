package dev.keyway.providers.stackauth.wire;

import feign.RequestLine;
import java.util.List;

/** {@code projects/current}, as everybody may see it. */
public interface CurrentProjectApi {

  @RequestLine("GET /api/v1/projects/current")
  Current current();

  record Current(String displayName, Config config) {}

  record Config(
      boolean signUpEnabled,
      boolean credentialEnabled,
      boolean magicLinkEnabled,
      boolean passkeyEnabled,
      boolean allowUserApiKeys,
      boolean allowTeamApiKeys,
      List<Provider> enabledOauthProviders,
      List<Domain> domains) {}

  record Provider(String id) {}

  record Domain(String domain) {}
}
