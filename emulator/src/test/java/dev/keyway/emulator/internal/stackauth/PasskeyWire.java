package dev.keyway.emulator.internal.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.internal.json.Json;

/** A page's part of the two passkey ceremonies: it puts its own domain into the options. */
record PasskeyWire(String origin, String rpId) {
  /** A page on this machine, which new projects trust. */
  static final PasskeyWire LOCAL = new PasskeyWire("http://localhost:3000", "localhost");

  /** What the server began: its options, fit for a browser, and its code. */
  record Begun(String options, String code) {}

  Begun startRegistration(Wire user) throws Exception {
    JsonNode begun = user.post("/auth/passkey/initiate-passkey-registration").json();
    ObjectNode options = begun.path("options_json").deepCopy();
    ((ObjectNode) options.path("rp")).put("id", rpId);
    return new Begun(Json.write(options), begun.path("code").asText());
  }

  Begun startSignIn(Wire client) throws Exception {
    JsonNode begun = client.post("/auth/passkey/initiate-passkey-authentication").json();
    ObjectNode options = begun.path("options_json").deepCopy();
    return new Begun(Json.write(options.put("rpId", rpId)), begun.path("code").asText());
  }

  Wire.Reply register(Wire user, VirtualAuthenticator authenticator) throws Exception {
    Begun begun = startRegistration(user);
    return finishRegistration(user, authenticator.create(begun.options(), origin), begun.code());
  }

  Wire.Reply signIn(Wire client, VirtualAuthenticator authenticator) throws Exception {
    Begun begun = startSignIn(client);
    return finishSignIn(client, authenticator.get(begun.options(), origin), begun.code());
  }

  static Wire.Reply finishRegistration(Wire user, String credential, String code) throws Exception {
    return user.post(
        "/auth/passkey/register",
        "{\"credential\":%s,\"code\":\"%s\"}".formatted(credential, code));
  }

  static Wire.Reply finishSignIn(Wire client, String assertion, String code) throws Exception {
    return client.post(
        "/auth/passkey/sign-in",
        "{\"authentication_response\":%s,\"code\":\"%s\"}".formatted(assertion, code));
  }
}
