package dev.keyway.emulator.internal.ui;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An emulator with one world, a browser before it, and what applications do there. */
final class Scene implements AutoCloseable {
  final AuthEmulator emulator = AuthEmulator.start();
  final World world =
      emulator.newWorld(
          WorldSpec.defaults().named("home").stackAuth(s -> s.magicLinkEnabled(true)));
  final Browser browser = new Browser(emulator);

  /** The world's first page, or one below it. */
  String at(String page) {
    return at(world, page);
  }

  static String at(World world, String page) {
    return Browser.UI + "/worlds/" + world.id() + page;
  }

  Browser.Page open(String page) {
    return browser.open(at(page));
  }

  /** Stytch sends a code by mail, to a user who is made if need be. */
  void stytchCode(String email) {
    stytch("/v1/otps/email/login_or_create", "{\"email\":%s}".formatted(quoted(email)));
  }

  /** Stack Auth sends a mail with a code and a link. */
  void stackMail(String email) {
    call(
        Wire.stackClient(world),
        "/auth/otp/send-sign-in-code",
        "{\"email\":%s,\"callback_url\":\"http://localhost:3000/handler\"}"
            .formatted(quoted(email)));
  }

  /** A sign-in that fails. */
  void wrongPassword(String email) {
    call(
        Wire.stackClient(world),
        "/auth/password/sign-in",
        "{\"email\":%s,\"password\":\"not my password\"}".formatted(quoted(email)));
  }

  Wire.Reply stytch(String path, String json) {
    return call(Wire.stytch(world), path, json);
  }

  Wire.Reply stack(String path, String json) {
    return call(Wire.stackServer(world), path, json);
  }

  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static Wire.Reply call(Wire wire, String path, String json) {
    try {
      return wire.post(path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
