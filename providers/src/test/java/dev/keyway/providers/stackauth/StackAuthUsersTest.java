package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.JANE;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.OAuthProviderId;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.User;
import dev.keyway.UserEmail;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StackAuthUsersTest {

  private static final String ONE = "GET /api/v1/users/" + USER;
  private static final String PATCH = "PATCH /api/v1/users/" + USER;
  private static final String LIST = "GET /api/v1/users";
  private static final String CHANNELS = "GET /api/v1/contact-channels";
  private static final String NEXT = "3f1c6f0e-0f0d-4a5c-9d54-0f6a6a0b6c11";

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void aUserIsReadWithAllThatIsKnown() {
    User user = stack.client().users().find(UserId.of(USER)).orElseThrow();
    assertEquals(List.of(new UserEmail(JANE, true)), user.emails());
    assertEquals(Optional.of("Jane"), user.displayName());
    assertEquals(Optional.of(Instant.ofEpochMilli(1767225600000L)), user.createdAt());
    assertTrue(user.hasPassword());
    assertEquals(Set.of(OAuthProviderId.GITHUB), user.oauthProviders());
    assertEquals(Map.of("theme", "dark"), user.metadata(MetadataScope.USER_WRITABLE));
    assertEquals(Map.of(), user.metadata(MetadataScope.USER_READABLE));
    assertEquals(Map.of(), user.metadata(MetadataScope.SERVER_ONLY));
  }

  @Test
  void nobodyIsFoundByAForeignIdAndNothingIsSent() {
    assertEquals(Optional.empty(), stack.client().users().find(UserId.of("me")));
    assertEquals(Optional.empty(), stack.client().users().find(UserId.of("user-test-1/../2")));
    assertCode(ErrorCode.USER_NOT_FOUND, () -> stack.client().users().delete(UserId.of("me")));
    assertEquals(List.of(), stack.sent());
    stack.on(ONE, FakeStack.known(404, "USER_NOT_FOUND"));
    assertEquals(Optional.empty(), stack.client().users().find(UserId.of(USER)));
  }

  @Test
  void anAddressIsFoundExactlyAndWhateverItsCase() {
    stack.on(LIST, page(null, FakeStack.user("jane+tag@example.org")));
    stack.on(CHANNELS, Reply.json(200, "{\"items\":[]}"));
    EmailAddress tagged = EmailAddress.of("Jane+Tag@Example.org");
    assertTrue(stack.client().users().findByEmail(tagged).isPresent());
    assertTrue(
        stack
            .sent(LIST)
            .get(0)
            .target()
            .replace("%40", "@")
            .contains("query=jane%2Btag@example.org"),
        stack.sent(LIST).get(0).target());
    assertTrue(stack.client().users().findByEmail(EmailAddress.of("tag@example.org")).isEmpty());
  }

  @Test
  void aFormerPrimaryAddressThatStillSignsInIsFound() {
    stack.on(LIST, page(null, FakeStack.user("new@example.org")));
    stack.on(
        CHANNELS,
        Reply.json(
            200,
            "{\"items\":[{\"value\":\"old@example.org\",\"used_for_auth\":true},"
                + "{\"value\":\"info@example.org\",\"used_for_auth\":false}]}"));
    assertTrue(stack.client().users().findByEmail(EmailAddress.of("old@example.org")).isPresent());
    assertTrue(stack.client().users().findByEmail(EmailAddress.of("info@example.org")).isEmpty());
  }

  @Test
  void aSearchGoesPageByPageNewestFirst() {
    stack.on(LIST, page(NEXT, FakeStack.user("jane@example.org")));
    UserQuery query = UserQuery.builder().limit(1).emailContains("EXAMPLE").build();
    Page<User> page = stack.client().users().search(query);
    assertEquals(1, page.items().size());
    assertEquals(Optional.of(PageCursor.of(NEXT)), page.next());
    String first = stack.sent(LIST).get(0).target();
    assertTrue(first.contains("limit=1") && first.contains("desc=true"), first);
    assertTrue(first.contains("query=EXAMPLE") && !first.contains("cursor"), first);
    stack.client().users().search(query.from(page.next().orElseThrow()));
    assertTrue(stack.sent(LIST).get(1).target().contains("cursor=" + NEXT));
  }

  @Test
  void aMatchInTheNameAloneIsNoMatch() {
    stack.on(LIST, page(null, FakeStack.user("x@example.org")));
    assertEquals(
        List.of(),
        stack.client().users().search(UserQuery.builder().emailContains("jane").build()).items());
  }

  @Test
  void anotherProvidersCursorIsRefused() {
    assertCode(
        ErrorCode.INVALID_ARGUMENT,
        () -> stack.client().users().search(UserQuery.all().from(PageCursor.of("eyJwYWdlIjoyfQ"))));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void aNewUserSignsInWithTheAddress() {
    stack.on("POST /api/v1/users", Reply.json(201, FakeStack.user("jane@example.org")));
    stack
        .client()
        .users()
        .create(
            NewUser.builder()
                .email(JANE)
                .emailVerified(true)
                .displayName("Jane")
                .metadata(MetadataScope.USER_READABLE, Map.of("plan", "free"))
                .build());
    assertEquals(
        "{\"display_name\":\"Jane\",\"client_read_only_metadata\":{\"plan\":\"free\"},"
            + "\"primary_email\":\"jane@example.org\",\"primary_email_verified\":true,"
            + "\"primary_email_auth_enabled\":true}",
        stack.sent("POST /api/v1/users").get(0).body());
  }

  @Test
  void anUpdateSendsOnlyWhatChanges() {
    stack.on(PATCH, Reply.json(200, FakeStack.user("jane@example.org")));
    stack
        .client()
        .users()
        .update(
            UserId.of(USER),
            UserUpdate.builder()
                .displayName("")
                .metadata(MetadataScope.USER_WRITABLE, Map.of())
                .build());
    assertEquals("{\"display_name\":null,\"client_metadata\":{}}", stack.sent(PATCH).get(0).body());
  }

  private static Reply page(@Nullable String next, String... users) {
    return Reply.json(
        200,
        "{\"items\":["
            + String.join(",", users)
            + "],\"is_paginated\":true,\"pagination\":{\"next_cursor\":"
            + (next == null ? "null" : "\"" + next + "\"")
            + "}}");
  }

  private static void assertCode(ErrorCode code, Executable call) {
    assertEquals(code, assertThrows(AuthException.class, call).code());
  }
}
