package dev.keyway.emulator.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.keyway.emulator.internal.webauthn.Base64Form;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads options as the browser's {@code parse…OptionsFromJSON} methods do. */
final class OptionsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode tree;
  private final boolean plainBase64;

  private OptionsJson(JsonNode tree, boolean plainBase64) {
    this.tree = tree;
    this.plainBase64 = plainBase64;
  }

  static OptionsJson parse(String json, boolean plainBase64) {
    try {
      JsonNode tree = MAPPER.readValue(json, new TypeReference<JsonNode>() {});
      if (tree.isObject()) {
        return new OptionsJson(tree, plainBase64);
      }
    } catch (JsonProcessingException e) {
      // The library's message quotes the input.
    }
    throw typeError("the options are not a JSON object");
  }

  OptionsJson at(String name) {
    JsonNode child = tree.path(name);
    if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
      throw typeError(name + " is not an object");
    }
    return new OptionsJson(child, plainBase64);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> typeError(name + " is missing"));
  }

  Optional<String> optionalText(String name) {
    JsonNode child = tree.path(name);
    if (child.isMissingNode() || child.isNull()) {
      return Optional.empty();
    }
    if (!child.isTextual()) {
      throw typeError(name + " is not a string");
    }
    return Optional.of(child.textValue());
  }

  boolean flag(String name) {
    return tree.path(name).asBoolean(false);
  }

  Octets binary(String name) {
    String text = text(name);
    try {
      if (plainBase64) {
        return Octets.decode(text, Base64Form.ANY);
      }
      if (text.indexOf('=') < 0) {
        return Octets.decode(text, Base64Form.URL);
      }
    } catch (IllegalArgumentException e) {
      // Refused below: the browser's error has its own name.
    }
    throw new CeremonyException(
        CeremonyException.Name.ENCODING_ERROR, name + " is not base64url without padding");
  }

  /** The ids of a list of credential descriptors; an absent list is an empty one. */
  Set<Octets> descriptors(String name) {
    Set<Octets> ids = new LinkedHashSet<>();
    for (JsonNode item : list(name)) {
      OptionsJson descriptor = new OptionsJson(item, plainBase64);
      Octets id = descriptor.binary("id");
      if (descriptor.text("type").equals("public-key")) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** The COSE ids of {@code pubKeyCredParams}, most wanted first. */
  Set<Integer> algorithms() {
    if (!tree.path("pubKeyCredParams").isArray()) {
      throw typeError("pubKeyCredParams is missing");
    }
    Set<Integer> algorithms = new LinkedHashSet<>();
    for (JsonNode item : tree.path("pubKeyCredParams")) {
      if (!item.path("alg").isInt() || !item.path("type").isTextual()) {
        throw typeError("pubKeyCredParams has an entry without type or alg");
      }
      if (item.path("type").textValue().equals("public-key")) {
        algorithms.add(item.path("alg").intValue());
      }
    }
    return algorithms;
  }

  private JsonNode list(String name) {
    JsonNode child = tree.path(name);
    if (!child.isMissingNode() && !child.isNull() && !child.isArray()) {
      throw typeError(name + " is not a list");
    }
    return child;
  }

  private static CeremonyException typeError(String message) {
    return new CeremonyException(CeremonyException.Name.TYPE_ERROR, message);
  }
}
