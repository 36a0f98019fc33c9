package dev.keyway.emulator.internal.stackauth.passkey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The options that a browser's authenticator is asked with. */
final class PasskeyOptions {
  /** The service does not know the page's domain: whoever asks puts it in this one's place. */
  static final String PLACEHOLDER = "THIS_VALUE_WILL_BE_REPLACED.example.com";

  private static final int TIMEOUT_MILLIS = 60_000;
  private static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

  private PasskeyOptions() {}

  /** For {@code navigator.credentials.create()}. */
  static ObjectNode creation(StackAuthProject project, StackAuthUser user, Octets challenge) {
    ObjectNode json = Json.object().put("challenge", challenge.base64Url());
    json.putObject("rp").put("name", project.settings().displayName()).put("id", PLACEHOLDER);
    String name =
        user.get(StackAuthUserRows.DISPLAY_NAME)
            .or(() -> user.primaryEmail().map(Address::value))
            .orElse("Stack Auth User");
    json.putObject("user")
        .put("id", userHandle(user).base64Url())
        .put("name", name)
        .put("displayName", name);
    ArrayNode algorithms = json.putArray("pubKeyCredParams");
    ALGORITHMS.forEach(id -> algorithms.addObject().put("alg", id).put("type", "public-key"));
    json.put("timeout", TIMEOUT_MILLIS).put("attestation", "none").putArray("excludeCredentials");
    json.putObject("authenticatorSelection")
        .put("residentKey", "required")
        .put("userVerification", "preferred")
        .put("requireResidentKey", true);
    json.putObject("extensions").put("credProps", true);
    return json;
  }

  /** For {@code navigator.credentials.get()}. */
  static ObjectNode request(Octets challenge) {
    ObjectNode json =
        Json.object().put("rpId", PLACEHOLDER).put("challenge", challenge.base64Url());
    json.putArray("allowCredentials");
    return json.put("timeout", TIMEOUT_MILLIS).put("userVerification", "preferred");
  }

  /** What stands for the user inside an authenticator. */
  static Octets userHandle(StackAuthUser user) {
    return Octets.of(user.id().getBytes(StandardCharsets.UTF_8));
  }
}
