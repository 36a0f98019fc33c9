package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stackauth.StackAuthSettings.TrustedDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A project's configuration as one tree, which administrators write in parts. What the emulator
 * knows of it takes effect in the settings; the rest is kept and shown.
 */
final class ConfigOverride {
  private static final String DOMAINS = "/domains/trustedDomains";
  private static final String PROVIDERS = "/auth/oauth/providers";
  private static final String LOCALHOST = "domains.allowLocalhost";
  private static final String VERIFICATION = "onboarding.requireEmailVerification";
  private static final String PUBLISHABLE = "project.requirePublishableClientKey";

  private final ObjectNode tree;

  private ConfigOverride(ObjectNode tree) {
    this.tree = tree;
  }

  /** What was written up to now. */
  static ConfigOverride of(Map<String, JsonNode> kept) {
    ObjectNode tree = Json.object();
    kept.forEach((name, value) -> tree.set(name, value.deepCopy()));
    return new ConfigOverride(tree);
  }

  /** Reads JSON text; what it says takes the place of all below the same key. */
  ConfigOverride with(String text) {
    JsonNode written;
    try {
      written = Json.read(text);
    } catch (Json.Malformed e) {
      throw StackAuthFailure.text(400, "Invalid config JSON");
    }
    if (!written.isObject()) {
      throw StackAuthFailure.text(400, "The config override must be a JSON object");
    }
    ObjectNode changed = tree.deepCopy();
    written.properties().forEach(field -> put(changed, field.getKey(), field.getValue()));
    ConfigOverride whole = new ConfigOverride(changed);
    whole.requireKnownForm();
    return whole;
  }

  private static void put(ObjectNode root, String dotted, JsonNode value) {
    String[] path = dotted.split("\\.", -1);
    ObjectNode at = root;
    for (int i = 0; i < path.length - 1; i++) {
      at = Json.objectIn(at, path[i]);
    }
    at.set(path[path.length - 1], undotted(value));
  }

  /** Keys may have dots at any depth. */
  private static JsonNode undotted(JsonNode value) {
    if (!value.isObject()) {
      return value.deepCopy();
    }
    ObjectNode all = Json.object();
    value.properties().forEach(field -> put(all, field.getKey(), field.getValue()));
    return all;
  }

  Map<String, JsonNode> kept() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    tree.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
    return all;
  }

  /** Puts what has an effect here into the settings, in place of what an older state had put. */
  StackAuthSettings.Builder apply(
      StackAuthSettings.Builder settings, StackAuthSettings present, ConfigOverride old) {
    flag(LOCALHOST).ifPresent(settings::allowLocalhost);
    flag(VERIFICATION).ifPresent(settings::requireEmailVerification);
    flag(PUBLISHABLE).ifPresent(settings::requirePublishableClientKey);
    List<TrustedDomain> domains = new ArrayList<>(present.trustedDomains());
    domains.removeAll(old.domains());
    domains.addAll(domains());
    Set<String> providers = new LinkedHashSet<>(present.oauthProviders());
    providers.removeAll(old.providers(false));
    providers.addAll(providers(false));
    Set<String> shared = new LinkedHashSet<>(present.sharedOauthProviders());
    shared.removeAll(old.providers(false));
    shared.addAll(providers(true));
    return settings
        .trustedDomains(domains)
        .oauthProviders(providers.toArray(new String[0]))
        .sharedOauthProviders(shared.toArray(new String[0]));
  }

  /** The whole configuration as text: what is in effect over what was written. */
  String shown(StackAuthSettings settings) {
    ObjectNode all = tree.deepCopy();
    put(all, LOCALHOST, BooleanNode.valueOf(settings.allowLocalhost()));
    put(all, VERIFICATION, BooleanNode.valueOf(settings.requireEmailVerification()));
    put(all, PUBLISHABLE, BooleanNode.valueOf(settings.requirePublishableClientKey()));
    ObjectNode domains = Json.objectIn(Json.objectIn(all, "domains"), "trustedDomains");
    List<TrustedDomain> named = domains();
    for (TrustedDomain domain : settings.trustedDomains()) {
      if (!named.contains(domain)) {
        // One that was not named here has its address for a name.
        domains
            .putObject(domain.domain())
            .put("baseUrl", domain.domain())
            .put("handlerPath", domain.handlerPath());
      }
    }
    ObjectNode oauth = Json.objectIn(Json.objectIn(all, "auth"), "oauth");
    ObjectNode providers = Json.objectIn(oauth, "providers");
    settings.oauthProviders().stream()
        .filter(id -> !providers.has(id))
        .forEach(
            id ->
                providers
                    .putObject(id)
                    .put("type", id)
                    .put("isShared", settings.sharedOauthProviders().contains(id)));
    return Json.write(all);
  }

  private void requireKnownForm() {
    for (String name : List.of(LOCALHOST, VERIFICATION, PUBLISHABLE)) {
      JsonNode value = at(name);
      require(value.isMissingNode() || value.isNull() || value.isBoolean(), name, "a boolean");
    }
    for (String pointer : List.of(DOMAINS, PROVIDERS)) {
      for (Map.Entry<String, JsonNode> entry : tree.at(pointer).properties()) {
        String name = pointer.substring(1).replace('/', '.') + "." + entry.getKey();
        require(entry.getValue().isObject() || entry.getValue().isNull(), name, "an object");
      }
    }
    for (JsonNode domain : tree.at(DOMAINS)) {
      JsonNode url = domain.path("baseUrl");
      require(
          domain.isNull() || url.isMissingNode() || url.asText().matches("https?://.+"),
          "domains.trustedDomains",
          "of web addresses");
    }
  }

  private static void require(boolean good, String name, String form) {
    if (!good) {
      throw StackAuthFailure.text(400, name + " must be " + form);
    }
  }

  private Optional<Boolean> flag(String name) {
    return Optional.of(at(name)).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  private JsonNode at(String dotted) {
    return tree.at("/" + dotted.replace('.', '/'));
  }

  private List<TrustedDomain> domains() {
    List<TrustedDomain> domains = new ArrayList<>();
    for (JsonNode domain : tree.at(DOMAINS)) {
      if (domain.path("baseUrl").isTextual()) {
        domains.add(
            new TrustedDomain(
                domain.path("baseUrl").asText(), domain.path("handlerPath").asText("/handler")));
      }
    }
    return domains;
  }

  private List<String> providers(boolean sharedOnly) {
    List<String> ids = new ArrayList<>();
    tree.at(PROVIDERS).properties().stream()
        .filter(provider -> provider.getValue().isObject())
        .filter(provider -> !sharedOnly || provider.getValue().path("isShared").asBoolean())
        .forEach(provider -> ids.add(provider.getKey()));
    return ids;
  }
}
