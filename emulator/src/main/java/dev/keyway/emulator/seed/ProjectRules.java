package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.stackauth.ApiKeySeed;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stytch.ConnectedAppSeed;
import dev.keyway.emulator.stytch.StytchSeed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of the projects of one world. */
final class ProjectRules {
  private static final int MOST_MINUTES = 527_040;

  private final SeedRules rules;
  private final String world;

  /**
   * Those of one world.
   *
   * @param world where it stands in the seed
   */
  ProjectRules(SeedRules rules, String world) {
    this.rules = rules;
    this.world = world;
  }

  void check(WorldSeed seed) {
    check(seed.stackauth());
    check(seed.stytch());
  }

  private void check(@Nullable StackAuthSeed project) {
    if (project == null) {
      return;
    }
    String path = world + ".stackauth";
    for (int i = 0; i < project.teams().size(); i++) {
      apiKeys(project.teams().get(i).apiKeys(), path + ".teams[" + i + "].apiKeys");
    }
    for (int i = 0; i < project.keySets().size(); i++) {
      String place = path + ".keySets[" + i + "].id";
      rules.unique(world + "/key set", project.keySets().get(i).id(), place);
    }
  }

  /** Keys of a user or team. */
  void apiKeys(List<ApiKeySeed> keys, String path) {
    for (int i = 0; i < keys.size(); i++) {
      rules.unique(world + "/API key", keys.get(i).id(), path + "[" + i + "].id");
      rules.unique(world + "/API key's value", keys.get(i).key(), path + "[" + i + "].key");
    }
  }

  private void check(@Nullable StytchSeed project) {
    if (project == null) {
      return;
    }
    for (int i = 0; i < project.connectedApps().size(); i++) {
      app(project.connectedApps().get(i), world + ".stytch.connectedApps[" + i + "]");
    }
  }

  private void app(ConnectedAppSeed app, String path) {
    rules.unique(world + "/connected app", app.clientId(), path + ".clientId");
    if (app.type().endsWith("_public")) {
      String none = "is not for public apps, which have no secret";
      rules.require(app.secret() == null, path + ".secret", none);
      rules.require(app.nextSecret() == null, path + ".nextSecret", none);
    }
    if (app.type().startsWith("third")) {
      String own = "is for first-party apps only";
      rules.require(!Boolean.TRUE.equals(app.fullAccess()), path + ".fullAccess", own);
      rules.require(!Boolean.TRUE.equals(app.bypassesConsent()), path + ".bypassesConsent", own);
    }
    Integer minutes = app.accessTokenMinutes();
    rules.require(
        minutes == null || (minutes >= 1 && minutes <= MOST_MINUTES),
        path + ".accessTokenMinutes",
        "must be from 1 to " + MOST_MINUTES);
    template(app.accessTokenTemplate(), path + ".accessTokenTemplate");
    template(app.idTokenTemplate(), path + ".idTokenTemplate");
  }

  private void template(@Nullable String text, String path) {
    rules.require(
        text == null || text.isEmpty() || isObject(text),
        path,
        "must be the text of a JSON object");
  }

  private static boolean isObject(String text) {
    try {
      return Json.read(text).isObject();
    } catch (Json.Malformed e) {
      return false;
    }
  }
}
