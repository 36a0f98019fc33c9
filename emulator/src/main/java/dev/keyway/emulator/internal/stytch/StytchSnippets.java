package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.internal.vendor.Quoted;
import dev.keyway.emulator.internal.vendor.Snippet;
import java.net.URI;
import java.util.List;

/** Lines that use a project when they are pasted. */
final class StytchSnippets {
  private StytchSnippets() {}

  static List<Snippet> of(StytchService stytch) {
    return List.of(
        Snippet.of("curl", "command", curl(stytch)),
        Snippet.of("Java, com.stytch.java:sdk", "code", java(stytch)),
        Snippet.overHttps("Node, stytch", "code", https -> node(stytch, https)));
  }

  private static String curl(StytchService stytch) {
    return """
        curl %s \\
          -u %s \\
          -H 'content-type: application/json' \\
          -d '{"email":"ada@example.com"}'"""
        .formatted(
            Quoted.shell(stytch.baseUrl() + "/v1/otps/email/login_or_create"),
            Quoted.shell(stytch.projectId() + ":" + stytch.secret()));
  }

  private static String java(StytchService stytch) {
    return """
        StytchClient stytch =
            new StytchClient(
                %s,
                %s,
                new OptionalClientConfig(%s));"""
        .formatted(
            Quoted.string(stytch.projectId()),
            Quoted.string(stytch.secret()),
            Quoted.string(stytch.baseUrl().toString()));
  }

  private static String node(StytchService stytch, URI https) {
    return """
        import stytch from "stytch";

        const client = new stytch.Client({
          project_id: %s,
          secret: %s,
          custom_base_url: %s,
        });"""
        .formatted(
            Quoted.string(stytch.projectId()),
            Quoted.string(stytch.secret()),
            Quoted.string(https.toString()));
  }
}
