package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;

/** Somebody with a password and a session. */
record SignedIn(String userId, String accessToken, String refreshToken, Wire wire) {
  static final String PASSWORD = "correct horse";

  static SignedIn up(World world, String email) throws Exception {
    return by(world, "/auth/password/sign-up", email, PASSWORD);
  }

  static SignedIn in(World world, String email, String password) throws Exception {
    return by(world, "/auth/password/sign-in", email, password);
  }

  private static SignedIn by(World world, String path, String email, String password)
      throws Exception {
    Wire client = Wire.stackClient(world);
    Wire.Reply reply =
        client.post(path, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    String token = reply.at("access_token");
    return new SignedIn(
        reply.at("user_id"),
        token,
        reply.at("refresh_token"),
        client.with("x-stack-access-token", token));
  }

  /** What comes of using the refresh token: empty when it still works. */
  String refreshError(World world) throws Exception {
    return Wire.stackClient(world)
        .with("x-stack-refresh-token", refreshToken)
        .post("/auth/sessions/current/refresh")
        .at("code");
  }
}
