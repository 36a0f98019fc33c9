package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.delete;
import static dev.keyway.emulator.internal.stackauth.TeamWire.grant;
import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class TeamInvitationRoutesTest {
  private static final String NOBODY = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  private static final String BOB = "bob@example.com";

  private final World world;
  private final Wire server;
  private final String team;

  TeamInvitationRoutesTest(World world) throws Exception {
    this.world = world;
    this.server = Wire.stackServer(world);
    this.team = team(world, "Team A");
  }

  private Wire.Reply invite(Wire wire, String teamId, String callback) throws Exception {
    return post(
        wire,
        "/team-invitations/send-code",
        "{'team_id':'%s','email':'%s','callback_url':'%s'}".formatted(teamId, BOB, callback));
  }

  /** Sends an invitation; gives its id. */
  private String invited() throws Exception {
    Wire.Reply reply = invite(server, team, "http://localhost/join");
    assertEquals(200, reply.status(), reply.text());
    return reply.at("id");
  }

  /** Of an answer that the service means; a defect of the emulator has none. */
  private @Nullable String causeOfLast() {
    List<LedgerEntry> entries = world.ledger().entries();
    return entries.get(entries.size() - 1).cause();
  }

  private OutboxMessage mail() {
    List<OutboxMessage> all = world.outbox().messagesTo(BOB);
    return all.get(all.size() - 1);
  }

  private String code() {
    return Objects.requireNonNull(mail().token());
  }

  private static Wire.Reply accept(Wire wire, String code) throws Exception {
    return post(wire, "/team-invitations/accept", "{'code':'" + code + "'}");
  }

  private SignedIn verifiedBob() throws Exception {
    SignedIn bob = SignedIn.up(world, BOB);
    TeamWire.patch(server, "/users/" + bob.userId(), "{'primary_email_verified':true}");
    return bob;
  }

  private int members() throws Exception {
    return server.get("/team-member-profiles?team_id=" + team).json().path("items").size();
  }

  @Test
  void anInvitationIsAMailWhoseCodeIsAcceptedOnce() throws Exception {
    SignedIn eve = SignedIn.up(world, "eve@example.com");

    String id = invited();

    OutboxMessage mail = mail();
    assertEquals(MessageKind.INVITATION, mail.kind());
    assertEquals("You have been invited to join Team A", mail.subject());
    String code = code();
    assertEquals("http://localhost/join?code=" + code, String.valueOf(mail.link()));
    Wire nobody = Wire.stackClient(world);
    assertEquals(
        "{\"is_code_valid\":true}",
        post(nobody, "/team-invitations/accept/check-code", "{'code':'" + code + "'}").text());
    JsonNode details =
        post(eve.wire(), "/team-invitations/accept/details", "{'code':'" + code + "'}").json();
    assertEquals(
        "{\"team_id\":\"%s\",\"team_display_name\":\"Team A\"}".formatted(team),
        details.toString());
    JsonNode listed = server.get("/team-invitations?team_id=" + team).json().at("/items/0");
    assertEquals(id, listed.path("id").asText());
    assertEquals("Team A", listed.path("team_display_name").asText());
    assertEquals(BOB, listed.path("recipient_email").asText());

    assertEquals("{}", accept(eve.wire(), code.toUpperCase(Locale.ROOT)).text());
    assertEquals(1, members());
    assertEquals("409 VERIFICATION_CODE_ALREADY_USED", told(accept(eve.wire(), code)));
    assertEquals(0, server.get("/team-invitations?team_id=" + team).json().path("items").size());
  }

  @Test
  void anInvitationLivesForSevenDays() throws Exception {
    SignedIn bob = verifiedBob();
    String id = invited();

    world.clock().advance(Duration.ofDays(7));

    SignedIn again = SignedIn.in(world, BOB, SignedIn.PASSWORD);
    assertEquals("400 VERIFICATION_CODE_EXPIRED", told(accept(again.wire(), code())));
    assertEquals(
        0, server.get("/team-invitations?user_id=" + bob.userId()).json().path("items").size());
    assertEquals(
        "404 VERIFICATION_CODE_NOT_FOUND",
        told(again.wire().post("/team-invitations/" + id + "/accept?user_id=me")));
  }

  @Test
  void sendingIsRefusedInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String elsewhere = "https://elsewhere.example/join";

    assertEquals(
        "401 USER_AUTHENTICATION_REQUIRED", told(invite(Wire.stackClient(world), team, elsewhere)));
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(invite(ada.wire(), team, elsewhere)));
    world.stackAuth().configure(settings -> settings.teamMemberPermissions());
    join(world, team, ada);
    assertEquals("401 TEAM_PERMISSION_REQUIRED", told(invite(ada.wire(), team, elsewhere)));
    grant(world, team, ada, "$invite_members");
    assertEquals("400 REDIRECT_URL_NOT_WHITELISTED", told(invite(ada.wire(), team, elsewhere)));
    assertEquals(200, invite(ada.wire(), team, "http://localhost/x").status());
    assertEquals("400 REDIRECT_URL_NOT_WHITELISTED", told(invite(server, NOBODY, elsewhere)));
    assertEquals(500, invite(server, NOBODY, "http://localhost/x").status());
    assertEquals("There is no such team.", causeOfLast());
    assertEquals(1, world.outbox().messagesTo(BOB).size());
  }

  @Test
  void whoMayNotAcceptBurnsTheCodeAllTheSame() throws Exception {
    Wire restricted =
        SignedIn.up(world, "eve@example.com").wire().with("x-stack-allow-restricted-user", "true");
    String eve = restricted.get("/users/me").at("id");
    TeamWire.patch(server, "/users/" + eve, "{'restricted_by_admin':true}");
    invited();
    Wire.Reply refused =
        post(restricted, "/team-invitations/accept/details", "{'code':'" + code() + "'}");
    assertEquals("403 TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED", told(refused));
    assertEquals(
        "restricted_by_administrator",
        refused.json().at("/details/restricted_reason/type").asText());

    assertEquals(
        "403 TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED", told(accept(restricted, code())));
    assertEquals("409 VERIFICATION_CODE_ALREADY_USED", told(accept(restricted, code())));
    invited();
    Wire nobody = Wire.stackClient(world);
    assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(accept(nobody, code())));
    assertEquals("409 VERIFICATION_CODE_ALREADY_USED", told(accept(nobody, code())));
    assertEquals(0, members());
  }

  @Test
  void anInvitationToATeamThatIsGoneLeadsNowhere() throws Exception {
    SignedIn bob = verifiedBob();
    String id = invited();
    delete(server, "/teams/" + team);

    assertEquals(0, bob.wire().get("/team-invitations?user_id=me").json().path("items").size());
    assertEquals(
        "404 TEAM_NOT_FOUND",
        told(bob.wire().post("/team-invitations/" + id + "/accept?user_id=me")));
    assertEquals("404 TEAM_NOT_FOUND", told(accept(bob.wire(), code())));
  }

  @Test
  void whoProvedTheAddressNeedsNoCode() throws Exception {
    SignedIn bob = verifiedBob();
    SignedIn eve = SignedIn.up(world, "eve@example.com");
    String id = invited();
    String path = "/team-invitations/" + id + "/accept?user_id=";

    JsonNode own = bob.wire().get("/team-invitations?user_id=me").json();
    assertEquals(id, own.at("/items/0/id").asText());
    assertEquals(0, eve.wire().get("/team-invitations?user_id=me").json().path("items").size());
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(eve.wire().post(path + bob.userId())));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER",
        told(Wire.stackClient(world).post(path + bob.userId())));
    assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(eve.wire().post(path + "me")));
    assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(server.post(path + NOBODY)));
    TeamWire.patch(server, "/users/" + bob.userId(), "{'primary_email_verified':false}");
    assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(bob.wire().post(path + "me")));
    TeamWire.patch(server, "/users/" + bob.userId(), "{'primary_email_verified':true}");
    assertEquals("{}", bob.wire().post(path + "me").text());
    assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(bob.wire().post(path + "me")));
    assertEquals("409 VERIFICATION_CODE_ALREADY_USED", told(accept(bob.wire(), code())));
    assertEquals(1, members());
  }

  @Test
  void aMemberWhoAcceptsStaysWhatTheyAre() throws Exception {
    SignedIn bob = verifiedBob();
    join(world, team, bob);
    grant(world, team, bob, "team_admin");
    invited();

    assertEquals("{}", accept(bob.wire(), code()).text());
    assertEquals(2, bob.wire().get("/team-permissions?user_id=me").json().path("items").size());
  }

  @Test
  void listsAreRefusedInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String all = "/team-invitations";

    assertEquals("400 Must specify either team_id or user_id", told(server.get(all)));
    assertEquals(
        "400 Cannot specify both team_id and user_id",
        told(server.get(all + "?team_id=" + team + "&user_id=" + NOBODY)));
    assertEquals("404 TEAM_NOT_FOUND", told(server.get(all + "?team_id=" + NOBODY)));
    assertEquals("404 USER_NOT_FOUND", told(server.get(all + "?user_id=" + NOBODY)));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(ada.wire().get(all + "?user_id=" + NOBODY)));
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(ada.wire().get(all + "?team_id=" + team)));
    world.stackAuth().configure(settings -> settings.teamMemberPermissions());
    join(world, team, ada);
    Wire.Reply refused = ada.wire().get(all + "?team_id=" + team);
    assertEquals("$read_members", refused.json().at("/details/permission_id").asText());
    grant(world, team, ada, "$read_members");
    refused = ada.wire().get(all + "?team_id=" + team);
    assertEquals("$invite_members", refused.json().at("/details/permission_id").asText());
    grant(world, team, ada, "$invite_members");
    assertEquals(200, ada.wire().get(all + "?team_id=" + team).status());
  }

  @Test
  void anInvitationIsTakenBack() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String path = "/team-invitations/" + invited();

    assertEquals(
        "400 team_id is required for deleting a team invitation", told(delete(server, path)));
    assertEquals("404 TEAM_NOT_FOUND", told(delete(server, path + "?team_id=" + NOBODY)));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER",
        told(delete(Wire.stackClient(world), path + "?team_id=" + team)));
    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND", told(delete(ada.wire(), path + "?team_id=" + team)));
    join(world, team, ada);
    assertEquals(
        "401 TEAM_PERMISSION_REQUIRED", told(delete(ada.wire(), path + "?team_id=" + team)));
    grant(world, team, ada, "$remove_members");
    assertEquals("{\"success\":true}", delete(ada.wire(), path + "?team_id=" + team).text());
    assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(accept(ada.wire(), code())));
    assertEquals(500, delete(server, path + "?team_id=" + team).status());
    assertEquals("There is no such invitation.", causeOfLast());
    assertTrue(world.outbox().messagesTo(BOB).size() == 1, "the mail stays");
  }

  @Test
  void theRoutesOfACodeRefuseItAlike() throws Exception {
    SignedIn bob = verifiedBob();
    String accept = "/team-invitations/accept";
    List<String> paths = List.of(accept + "/check-code", accept + "/details", accept);
    String unknown = "{'code':'" + "0".repeat(45) + "'}";
    for (String path : paths) {
      assertEquals("404 VERIFICATION_CODE_NOT_FOUND", told(post(bob.wire(), path, unknown)));
    }

    invited();
    String code = "{'code':'" + code() + "'}";
    assertEquals(
        "401 USER_AUTHENTICATION_REQUIRED",
        told(post(Wire.stackClient(world), accept + "/details", code)));
    for (int i = 1; i < 20; i++) {
      assertEquals(200, post(bob.wire(), accept + "/details", code).status());
    }
    for (String path : paths) {
      assertEquals(
          "400 VERIFICATION_CODE_MAX_ATTEMPTS_REACHED", told(post(bob.wire(), path, code)));
    }

    invited();
    String used = "{'code':'" + code() + "'}";
    post(bob.wire(), accept, used);
    for (String path : paths) {
      assertEquals("409 VERIFICATION_CODE_ALREADY_USED", told(post(bob.wire(), path, used)));
    }
    world.clock().advance(Duration.ofDays(7));
    Wire again = SignedIn.in(world, BOB, SignedIn.PASSWORD).wire();
    for (String path : paths) {
      assertEquals("400 VERIFICATION_CODE_EXPIRED", told(post(again, path, used)));
    }
  }

  @Test
  void aRestrictedUserAcceptsByNoWay() throws Exception {
    SignedIn bob = verifiedBob();
    String id = invited();
    TeamWire.patch(server, "/users/" + bob.userId(), "{'restricted_by_admin':true}");

    assertEquals(
        "403 TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED",
        told(bob.wire().post("/team-invitations/" + id + "/accept?user_id=me")));
    assertEquals(0, members());
  }

  @Test
  void ofManyAcceptancesOfOneInvitationExactlyOneJoins() throws Exception {
    SignedIn bob = verifiedBob();
    invited();
    String code = code();
    int racers = 32;
    CountDownLatch ready = new CountDownLatch(racers);
    ExecutorService pool = Executors.newFixedThreadPool(racers);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        answers.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return accept(bob.wire(), code).text();
                }));
      }
      int joined = 0;
      for (Future<String> answer : answers) {
        if (answer.get().equals("{}")) {
          joined++;
        } else {
          assertTrue(answer.get().contains("VERIFICATION_CODE_ALREADY_USED"), answer.get());
        }
      }
      assertEquals(1, joined);
    } finally {
      pool.shutdownNow();
    }
  }
}
