package dev.keyway.emulator.internal.stytch.webauthn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.WebAuthnRegistration;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The options that a browser's authenticator is asked with.
 *
 * @param urlSafe whether binary values are written in the URL-safe alphabet, as browsers' own JSON
 *     methods expect it; plain base 64 otherwise
 * @param passkey whether a credential is wanted that signs in without an account name
 */
record WebAuthnOptions(boolean urlSafe, boolean passkey) {
  private static final Field<Boolean> PASSKEY =
      Field.flag("return_passkey_credential_options").optional(false);
  private static final Field<Boolean> URL_SAFE =
      Field.flag("use_base64_url_encoding").optional(false);

  static final List<Field<?>> FIELDS = List.of(PASSKEY, URL_SAFE);

  private static final int TIMEOUT_MILLIS = 300_000;
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  /** The two flags in a body. */
  static WebAuthnOptions of(Values body) {
    return new WebAuthnOptions(body.get(URL_SAFE), body.get(PASSKEY));
  }

  /**
   * For {@code navigator.credentials.create()}.
   *
   * @param entity what stands for the user: id, name and display name
   * @param authenticatorType may be empty
   */
  String creation(
      StytchProject project,
      Octets challenge,
      String domain,
      UserEntity entity,
      String authenticatorType,
      List<WebAuthnRegistration> known) {
    ObjectNode json = Json.object();
    json.putObject("rp").put("id", domain).put("name", project.settings().displayName());
    json.putObject("user")
        .put("id", text(entity.handle()))
        .put("name", entity.name())
        .put("displayName", entity.displayName());
    json.put("challenge", text(challenge));
    ArrayNode algorithms = json.putArray("pubKeyCredParams");
    ALGORITHMS.forEach(id -> algorithms.addObject().put("type", "public-key").put("alg", id));
    json.put("timeout", TIMEOUT_MILLIS);
    json.set("excludeCredentials", descriptors(known));
    if (passkey || !authenticatorType.isEmpty()) {
      ObjectNode selection = json.putObject("authenticatorSelection");
      if (!authenticatorType.isEmpty()) {
        selection.put("authenticatorAttachment", authenticatorType);
      }
      if (passkey) {
        selection
            .put("residentKey", "required")
            .put("requireResidentKey", true)
            .put("userVerification", "preferred");
      }
    }
    return Json.write(json.put("attestation", "direct"));
  }

  /** For {@code navigator.credentials.get()}. */
  String request(Octets challenge, String domain, List<WebAuthnRegistration> allowed) {
    ObjectNode json =
        Json.object()
            .put("challenge", text(challenge))
            .put("timeout", TIMEOUT_MILLIS)
            .put("rpId", domain);
    json.set("allowCredentials", descriptors(allowed));
    if (passkey) {
      json.put("userVerification", "preferred");
    }
    return Json.write(json);
  }

  private ArrayNode descriptors(List<WebAuthnRegistration> registrations) {
    ArrayNode descriptors = Json.array();
    registrations.forEach(
        registration ->
            descriptors
                .addObject()
                .put("type", "public-key")
                .put("id", text(registration.credential().id())));
    return descriptors;
  }

  private String text(Octets octets) {
    return urlSafe ? octets.base64Url() : octets.base64();
  }

  /**
   * What an authenticator shows and keeps of a user.
   *
   * @param handle {@code user.id}
   * @param name {@code user.name}
   * @param displayName {@code user.displayName}
   */
  record UserEntity(Octets handle, String name, String displayName) {
    private static final Field<String> ID = Field.text("override_id");
    private static final Field<String> NAME = Field.text("override_name");
    private static final Field<String> DISPLAY_NAME = Field.text("override_display_name");

    static final List<Field<?>> FIELDS = List.of(ID, NAME, DISPLAY_NAME);

    static UserEntity of(StytchUser user, Values body) {
      String id = body.find(ID).orElse(user.id());
      return new UserEntity(
          Octets.of(id.getBytes(StandardCharsets.UTF_8)),
          body.find(NAME).orElse(user.label()),
          body.find(DISPLAY_NAME).orElse(user.label()));
    }
  }
}
