package dev.keyway.providers.stytch;

import static dev.keyway.providers.stytch.StytchServer.error;
import static dev.keyway.providers.stytch.StytchServer.session;
import static dev.keyway.providers.stytch.StytchServer.signIn;
import static dev.keyway.providers.stytch.StytchServer.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.OAuthProviderId;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.Sessions;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StytchSessionsAndUsersTest {

  private static final UserId ADA = UserId.of(StytchServer.USER);
  private static final UserId BOB = UserId.of("user-test-b0b");
  private static final SessionId SESSION = SessionId.of(StytchServer.SESSION);
  private static final RenewalToken RENEWAL = RenewalToken.of("t0ken");
  private static final String SEARCH = "POST /v1/users/search";

  private final StytchServer server = new StytchServer();
  private final Sessions sessions = server.provider.areas().sessions();
  private final Users users = server.provider.areas().users();

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertFails(ErrorCode code, Executable work) {
    assertEquals(code, assertThrows(AuthException.class, work).code());
  }

  private void live(String... list) {
    server.on("GET /v1/sessions", "{\"sessions\":[" + String.join(",", list) + "]}");
  }

  @Test
  void aRefreshShowsTheRenewalTokenAndGivesBothAnew() {
    server.on("POST /v1/sessions/authenticate", signIn());
    assertEquals("jwt.s3cr3t.x", sessions.refresh(RENEWAL).access().reveal());
    assertEquals(StytchServer.json("{\"session_token\":\"t0ken\"}"), server.body(0));
    sessions.extend(RENEWAL, Duration.ofMinutes(30));
    assertEquals(
        StytchServer.json("{\"session_token\":\"t0ken\",\"session_duration_minutes\":30}"),
        server.body(1));
    assertFails(ErrorCode.INVALID_ARGUMENT, () -> sessions.extend(RENEWAL, Duration.ofMinutes(1)));
  }

  @Test
  void onlyAUsersOwnSessionIsRevoked() {
    live();
    server.on("POST /v1/sessions/revoke", "{}");
    sessions.revoke(BOB, SESSION);
    live(session());
    sessions.revoke(ADA, SESSION);
    assertEquals(
        StytchServer.json("{\"session_id\":\"" + StytchServer.SESSION + "\"}"), server.body(2));
    live();
    sessions.revoke(ADA, SESSION);
    sessions.revoke(BOB, SESSION);
    assertEquals(1, server.routes().stream().filter(r -> r.endsWith("/revoke")).count());
  }

  @Test
  void endingWhatHasEndedIsFine() {
    live(session());
    server.on("POST /v1/sessions/revoke", error(404, "session_not_found"));
    sessions.revokeAll(ADA);
    sessions.signOut(new SessionTokens(AccessToken.of("jwt"), RENEWAL));
    assertEquals(3, server.received().size());
  }

  @Test
  void sessionsAreListedNewestFirst() {
    live(
        session()
            .replace(StytchServer.SESSION, "session-test-old")
            .replace("\"started_at\":\"2026", "\"started_at\":\"2025"),
        session());
    assertEquals(
        List.of(StytchServer.SESSION, "session-test-old"),
        sessions.list(ADA).stream().map(s -> s.id().value()).toList());
    assertEquals("/v1/sessions?user_id=" + StytchServer.USER, server.received().get(0).target());
  }

  @Test
  void anIdThatStytchNeverMakesFindsNobodyAndReachesNoPath() {
    for (String id : List.of("42", "user-test-1.x", "project-test-1", "USER-test-1")) {
      assertEquals(Optional.empty(), users.find(UserId.of(id)));
      assertFails(ErrorCode.USER_NOT_FOUND, () -> users.delete(UserId.of(id)));
      assertFails(ErrorCode.USER_NOT_FOUND, () -> sessions.list(UserId.of(id)));
    }
    assertTrue(server.received().isEmpty());
  }

  @Test
  void aUserIsFoundByIdOrNot() {
    server.on("GET /v1/users/{id}", user("\"status_code\":200"));
    assertEquals(ADA, users.find(ADA).orElseThrow().id());
    server.on("GET /v1/users/{id}", error(404, "user_not_found"));
    assertEquals(Optional.empty(), users.find(ADA));
  }

  @Test
  void anAddressMatchesAsAWholeWhateverItsCase() {
    server.on(SEARCH, "{\"results\":[" + user("") + "],\"results_metadata\":{\"total\":1}}");
    assertTrue(users.findByEmail(EmailAddress.of("ADA@example.com")).isPresent());
    assertTrue(users.findByEmail(EmailAddress.of("da@example.com")).isEmpty());
  }

  /** Nothing of it was an argument, and the rest of the page is still true. */
  @Test
  void whatHasNoFormHereIsLeftOutAndBreaksNoPage() {
    String odd =
        user("")
            .replace(
                "\"emails\":[",
                "\"emails\":[{\"email_id\":\"email-test-2\",\"verified\":true,"
                    + "\"email\":\"\u00E4da@example.com\"},{\"email_id\":\"email-test-3\","
                    + "\"email\":\"\",\"verified\":true},")
            .replace(
                "\"phone_numbers\":[]",
                "\"phone_numbers\":[{\"phone_id\":\"phone-number-test-1\","
                    + "\"phone_number\":\"+12\",\"verified\":true}]")
            .replace(
                "\"providers\":[",
                "\"providers\":[{\"provider_type\":\"\"},{\"provider_type\":\"No Name\"},")
            .replace("\"old\":1", "\"huge\":1e999,\"deep\":" + "[".repeat(40) + "]".repeat(40));
    server.on(SEARCH, "{\"results\":[" + odd + "],\"results_metadata\":{\"total\":1}}");
    User shown = users.search(UserQuery.all()).items().get(0);
    assertEquals(ADA, shown.id());
    assertEquals(
        List.of(EmailAddress.of("Ada@example.com")),
        shown.emails().stream().map(email -> email.address()).toList());
    assertEquals(List.of(), shown.phoneNumbers());
    assertEquals(Set.of(OAuthProviderId.GITHUB), shown.oauthProviders());
    assertEquals(Map.of("plan", "pro"), shown.metadata(MetadataScope.USER_READABLE));
  }

  @Test
  void aPageNamesWhereTheNextOneBegins() {
    server.on(
        SEARCH,
        "{\"results\":["
            + user("")
            + "],\"results_metadata\":{\"total\":2,\"next_cursor\":\"c2\"}}");
    Page<User> page = users.search(UserQuery.builder().limit(1).emailContains("ada").build());
    assertEquals(Optional.of(PageCursor.of("c2")), page.next());
    assertEquals(
        StytchServer.json(
            """
            {"limit":1,"query":{"operator":"AND","operands":[
              {"filter_name":"email_address_fuzzy","filter_value":"ada"}]}}"""),
        server.body(0));
    server.on(SEARCH, "{\"results\":[],\"results_metadata\":{\"total\":2,\"next_cursor\":null}}");
    assertEquals(Optional.empty(), users.search(UserQuery.all().from(PageCursor.of("c2"))).next());
    assertEquals("c2", server.body(1).get("cursor").asText());
  }

  @Test
  void metadataIsReplacedAsAWhole() {
    server.on("GET /v1/users/{id}", user(""));
    server.on("PUT /v1/users/{id}", "{\"user\":" + user("") + "}");
    users.update(
        ADA,
        UserUpdate.builder()
            .displayName("")
            .metadata(MetadataScope.USER_READABLE, Map.of("plan", "free"))
            .build());
    assertEquals(
        StytchServer.json(
            """
            {"name":{"first_name":"","middle_name":"","last_name":""},
             "trusted_metadata":{"plan":"free","old":null}}"""),
        server.body(1));
  }

  @Test
  void aNewUserIsSentWhole() {
    server.on("POST /v1/users", "{\"user\":" + user("") + "}");
    users.create(
        NewUser.builder()
            .phoneNumber(PhoneNumber.of("+14155552671"))
            .displayName("Ada")
            .externalId("ext-1")
            .build());
    assertEquals(
        StytchServer.json(
            """
            {"phone_number":"+14155552671","external_id":"ext-1",
             "name":{"first_name":"Ada","middle_name":"","last_name":""}}"""),
        server.body(0));
    assertFails(
        ErrorCode.INVALID_ARGUMENT,
        () -> users.create(NewUser.builder().phoneNumber(PhoneNumber.of("+99912345678")).build()));
    assertFails(
        ErrorCode.UNSUPPORTED,
        () ->
            users.create(
                NewUser.builder()
                    .email(EmailAddress.of("a@example.com"))
                    .emailVerified(true)
                    .build()));
    assertEquals(1, server.received().size());
  }
}
