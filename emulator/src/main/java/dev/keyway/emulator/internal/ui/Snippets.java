package dev.keyway.emulator.internal.ui;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import java.net.URI;

/**
 * Lines that work when they are pasted. Ids and keys may be pinned to anything, so each is quoted
 * as its language wants it.
 */
final class Snippets {
  private final World world;
  private final StackAuthService stackAuth;
  private final StytchService stytch;

  Snippets(World world) {
    this.world = world;
    this.stackAuth = world.stackAuth();
    this.stytch = world.stytch();
  }

  String stackAuthProperties() {
    return """
        keyway.provider=stack-auth
        keyway.stack-auth.base-url=%s
        keyway.stack-auth.project-id=%s
        keyway.stack-auth.secret-server-key=%s
        keyway.stack-auth.publishable-client-key=%s"""
        .formatted(
            property(stackAuth.baseUrl().toString()),
            property(stackAuth.projectId()),
            property(stackAuth.secretServerKey()),
            property(stackAuth.publishableClientKey()));
  }

  String stytchProperties() {
    return """
        keyway.provider=stytch
        keyway.stytch.base-url=%s
        keyway.stytch.project-id=%s
        keyway.stytch.secret=%s
        keyway.stytch.public-token=%s"""
        .formatted(
            property(stytch.baseUrl().toString()),
            property(stytch.projectId()),
            property(stytch.secret()),
            property(stytch.publicToken()));
  }

  String context() {
    return """
        # or stytch
        export KEYWAY_PROVIDER=stack-auth
        export KEYWAY_STACK_AUTH_BASE_URL=%s
        export KEYWAY_STACK_AUTH_PROJECT_ID=%s
        export KEYWAY_STACK_AUTH_SECRET_SERVER_KEY=%s
        export KEYWAY_STACK_AUTH_PUBLISHABLE_CLIENT_KEY=%s
        export KEYWAY_STYTCH_BASE_URL=%s
        export KEYWAY_STYTCH_PROJECT_ID=%s
        export KEYWAY_STYTCH_SECRET=%s
        export KEYWAY_STYTCH_PUBLIC_TOKEN=%s"""
        .formatted(
            shell(stackAuth.baseUrl().toString()),
            shell(stackAuth.projectId()),
            shell(stackAuth.secretServerKey()),
            shell(stackAuth.publishableClientKey()),
            shell(stytch.baseUrl().toString()),
            shell(stytch.projectId()),
            shell(stytch.secret()),
            shell(stytch.publicToken()));
  }

  String stackAuthCurl() {
    return """
        curl %s \\
          -H 'x-stack-access-type: server' \\
          -H %s \\
          -H %s"""
        .formatted(
            shell(stackAuth.baseUrl() + "/api/v1/users"),
            shell("x-stack-project-id: " + stackAuth.projectId()),
            shell("x-stack-secret-server-key: " + stackAuth.secretServerKey()));
  }

  String stackAuthJavaScript() {
    return """
        import { StackServerApp } from "@stackframe/js";

        const stack = new StackServerApp({
          baseUrl: %s,
          projectId: %s,
          publishableClientKey: %s,
          secretServerKey: %s,
          tokenStore: "memory",
        });"""
        .formatted(
            string(stackAuth.baseUrl().toString()),
            string(stackAuth.projectId()),
            string(stackAuth.publishableClientKey()),
            string(stackAuth.secretServerKey()));
  }

  String stytchCurl() {
    return """
        curl %s \\
          -u %s \\
          -H 'content-type: application/json' \\
          -d '{"email":"ada@example.com"}'"""
        .formatted(
            shell(stytch.baseUrl() + "/v1/otps/email/login_or_create"),
            shell(stytch.projectId() + ":" + stytch.secret()));
  }

  String stytchJava() {
    return """
        StytchClient stytch =
            new StytchClient(
                %s,
                %s,
                new OptionalClientConfig(%s));"""
        .formatted(
            string(stytch.projectId()),
            string(stytch.secret()),
            string(stytch.baseUrl().toString()));
  }

  String stytchNode(URI https) {
    return """
        import stytch from "stytch";

        const client = new stytch.Client({
          project_id: %s,
          secret: %s,
          custom_base_url: %s,
        });"""
        .formatted(string(stytch.projectId()), string(stytch.secret()), string(https.toString()));
  }

  String control(URI publicUrl) {
    String here = publicUrl + "/_emulator/worlds/" + world.id();
    return """
        # The messages that were sent, and the clock ten minutes on
        curl %s
        curl %s -H 'content-type: application/json' -d '{"by":"PT10M"}'"""
        .formatted(shell(here + "/outbox"), shell(here + "/clock/advance"));
  }

  private static String property(String value) {
    return value.replace("\\", "\\\\");
  }

  private static String shell(String value) {
    return value.matches("[\\w./:@%+=-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /** Java and JavaScript read what JSON writes. */
  private static String string(String value) {
    return TextNode.valueOf(value).toString();
  }
}
