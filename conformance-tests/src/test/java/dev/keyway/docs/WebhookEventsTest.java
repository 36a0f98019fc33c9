package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guide lists the events of both vendors, and the emulator sends those that it says. */
@ExtendWith(EmulatorExtension.class)
class WebhookEventsTest {

  /** What both vendors publish for applications without organisations. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "user.created",
          "user.updated",
          "user.deleted",
          "team.created",
          "team.updated",
          "team.deleted",
          "team_membership.created",
          "team_membership.deleted",
          "team_permission.created",
          "team_permission.deleted",
          "project_permission.created",
          "project_permission.deleted",
          "stack.test",
          "direct.user.create",
          "direct.user.update",
          "direct.user.delete",
          "dashboard.user.create",
          "dashboard.user.update",
          "dashboard.user.delete");

  private static final Pattern ID = Pattern.compile("\"(?:user_)?id\" ?: ?\"([^\"]+)\"");

  private final Document guide = Document.read("docs/guides/webhooks.md");
  private final World world;

  WebhookEventsTest(AuthEmulator emulator) {
    this.world =
        emulator.newWorld(
            WorldSpec.defaults().stackAuth(s -> s.teamMemberPermissions("team_member")));
  }

  @Test
  void theGuideListsWhatTheVendorsPublish() {
    Set<String> listed =
        Stream.of("events: stack-auth", "events: stytch", "events: by hand")
            .flatMap(section -> guide.firstColumn(section).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(PUBLISHED), listed);
  }

  @Test
  void stackAuth() throws Exception {
    String user = id(stack("POST", "/users", "{'primary_email':'ada@example.com'}"));
    stack("PATCH", "/users/" + user, "{'display_name':'Ada'}");
    String team = id(stack("POST", "/teams", "{'display_name':'A'}"));
    stack("PATCH", "/teams/" + team, "{'display_name':'B'}");
    stack("POST", "/team-memberships/" + team + "/" + user, "{}");
    String permission = "/team-permissions/" + team + "/" + user + "/$update_team";
    stack("POST", permission, "{}");
    stack("DELETE", permission, "");
    stack("POST", "/project-permission-definitions", "{'id':'support'}");
    stack("POST", "/project-permissions/" + user + "/support", "{}");
    stack("DELETE", "/project-permissions/" + user + "/support", "");
    stack("DELETE", "/team-memberships/" + team + "/" + user, "");
    stack("DELETE", "/teams/" + team, "");
    stack("DELETE", "/users/" + user, "");
    assertEquals(listed("events: stack-auth"), sent("stackauth"));
  }

  @Test
  void stytch() throws Exception {
    String user = id(stytch("POST", "/users", "{'email':'ada@example.com'}"));
    stytch("PUT", "/users/" + user, "{'name':{'first_name':'Ada'}}");
    world.accounts().lock(user);
    stytch("DELETE", "/users/" + user, "");
    assertEquals(listed("events: stytch"), sent("stytch"));
  }

  private Set<String> listed(String section) {
    return new TreeSet<>(guide.firstColumn(section));
  }

  private Set<String> sent(String vendor) {
    return world.webhooks().events().stream()
        .filter(event -> event.vendor().equals(vendor))
        .map(WebhookEvent::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String stack(String method, String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(world.stackAuth().baseUrl() + "/api/v1" + path))
            .header("x-stack-access-type", "admin")
            .header("x-stack-project-id", world.stackAuth().projectId())
            .header("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey()),
        method,
        json);
  }

  private String stytch(String method, String path, String json) throws Exception {
    String key = world.stytch().projectId() + ":" + world.stytch().secret();
    return send(
        HttpRequest.newBuilder(URI.create(world.stytch().baseUrl() + "/v1" + path))
            .header(
                "authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))),
        method,
        json);
  }

  /** Sends JSON that is written with single quotes. */
  private static String send(HttpRequest.Builder request, String method, String json)
      throws Exception {
    if (json.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("content-type", "application/json")
          .method(method, BodyPublishers.ofString(json.replace('\'', '"')));
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertTrue(response.statusCode() < 300, () -> response.uri() + " " + response.body());
    return response.body();
  }

  private static String id(String json) {
    Matcher id = ID.matcher(json);
    assertTrue(id.find(), json);
    return id.group(1);
  }
}
