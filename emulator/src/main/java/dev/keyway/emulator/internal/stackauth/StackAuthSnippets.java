package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.internal.vendor.Quoted;
import dev.keyway.emulator.internal.vendor.Snippet;
import java.util.List;

/** Lines that use a project when they are pasted. */
final class StackAuthSnippets {
  private StackAuthSnippets() {}

  static List<Snippet> of(StackAuthService stackAuth) {
    return List.of(
        Snippet.of("curl", "command", curl(stackAuth)),
        Snippet.of("JavaScript, @stackframe/js", "code", javaScript(stackAuth)));
  }

  private static String curl(StackAuthService stackAuth) {
    return """
        curl %s \\
          -H 'x-stack-access-type: server' \\
          -H %s \\
          -H %s"""
        .formatted(
            Quoted.shell(stackAuth.baseUrl() + "/api/v1/users"),
            Quoted.shell("x-stack-project-id: " + stackAuth.projectId()),
            Quoted.shell("x-stack-secret-server-key: " + stackAuth.secretServerKey()));
  }

  private static String javaScript(StackAuthService stackAuth) {
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
            Quoted.string(stackAuth.baseUrl().toString()),
            Quoted.string(stackAuth.projectId()),
            Quoted.string(stackAuth.publishableClientKey()),
            Quoted.string(stackAuth.secretServerKey()));
  }
}
