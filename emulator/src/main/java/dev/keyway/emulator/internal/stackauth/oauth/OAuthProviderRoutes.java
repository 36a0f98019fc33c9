package dev.keyway.emulator.internal.stackauth.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /oauth-providers}: the social accounts of users, and what each may be used for. */
public final class OAuthProviderRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> USER_ID = Fields.userId("user_id");
  private static final Field<String> PROVIDER = Field.text("provider_config_id");
  private static final Field<String> ACCOUNT_ID = Field.text("account_id");
  private static final Field<String> EMAIL = Fields.email("email");
  private static final Field<Boolean> SIGN_IN = Field.flag("allow_sign_in");
  private static final Field<Boolean> CONNECTED = Field.flag("allow_connected_accounts");
  private static final ObjectType FLAGS = ObjectType.of(SIGN_IN, CONNECTED);

  @Inject
  OAuthProviderRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth-provider.list")
        .asks(USER_ID)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_NOT_FOUND)
        .answers(this::list);
    book.on("stackauth.oauth-provider.create")
        .serverOnly()
        .asks()
        .takes(
            USER_ID.required(),
            PROVIDER.required(),
            ACCOUNT_ID.required(),
            EMAIL,
            SIGN_IN.required(),
            CONNECTED.required())
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN)
        .answers(this::create);
    book.on("stackauth.oauth-provider.get")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_NOT_FOUND)
        .answers(this::read);
    book.on("stackauth.oauth-provider.update")
        .asks()
        .takes(FLAGS, AccessType.CLIENT)
        .takes(FLAGS.and(ACCOUNT_ID, EMAIL), AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN)
        .answers(this::update);
    book.on("stackauth.oauth-provider.delete")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_NOT_FOUND)
        .answers(this::delete);
  }

  private Response list(StackAuthCall call) {
    Optional<String> userId = call.parameter(USER_ID).map(call::userId);
    requireOwn(call, userId, "list");
    Stream<StackAuthUser> users =
        userId.isPresent()
            ? Stream.of(user(call, userId.get()))
            : call.project().users().all().stream();
    record Owned(StackAuthUser user, OAuthAccount account) {}
    return StackAuthResponses.list(
        users
            .flatMap(user -> user.oauthAccounts.stream().map(account -> new Owned(user, account)))
            .sorted(Comparator.comparing(owned -> owned.account().createdAt()))
            .map(owned -> view(call, owned.user(), owned.account()))
            .toList());
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    String provider = call.get(PROVIDER);
    if (!SocialProviders.has(project, provider)) {
      throw StackAuthFailure.text(
          404, "OAuth provider " + provider + " not found or not configured");
    }
    StackAuthUser user = user(call, call.userId(call.get(USER_ID)));
    OAuthAccount account =
        OAuthAccount.of(
                project,
                provider,
                call.get(ACCOUNT_ID),
                call.find(EMAIL).map(Emails::normalized).orElse(null))
            .allowing(call.get(SIGN_IN), call.get(CONNECTED));
    OAuthAccountRules.check(
        project, user, account, account.allowSignIn(), Optional.of(account.accountId()));
    project.oauthAccounts().put(user, account);
    return StackAuthResponses.created(view(call, user, account));
  }

  private Response read(StackAuthCall call) {
    StackAuthUser user = owner(call, "read");
    return StackAuthResponses.ok(view(call, user, account(call, user)));
  }

  private Response update(StackAuthCall call) {
    StackAuthUser user = owner(call, "update");
    OAuthAccount old = account(call, user);
    OAuthAccountRules.check(call.project(), user, old, call.isSet(SIGN_IN), call.find(ACCOUNT_ID));
    OAuthAccount changed =
        old.with(
                call.find(ACCOUNT_ID).orElse(old.accountId()),
                call.find(EMAIL).map(Emails::normalized).orElse(old.email()))
            .allowing(
                call.find(SIGN_IN).orElse(old.allowSignIn()),
                call.find(CONNECTED).orElse(old.allowConnectedAccounts()));
    call.project().oauthAccounts().put(user, changed);
    return StackAuthResponses.ok(view(call, user, changed));
  }

  private Response delete(StackAuthCall call) {
    StackAuthUser user = owner(call, "delete");
    call.project().oauthAccounts().remove(user, account(call, user));
    return StackAuthResponses.success();
  }

  /** An address that is not known is left out, unlike everywhere else. */
  private static ObjectNode view(StackAuthCall call, StackAuthUser user, OAuthAccount account) {
    ObjectNode json =
        Json.object()
            .put("user_id", user.id())
            .put("id", account.id())
            .put("provider_config_id", account.providerId())
            .put("type", account.providerId());
    if (account.email() != null) {
      json.put("email", account.email());
    }
    json.put("allow_sign_in", account.allowSignIn())
        .put("allow_connected_accounts", account.allowConnectedAccounts());
    return call.fromClient() ? json : json.put("account_id", account.accountId());
  }

  private static StackAuthUser owner(StackAuthCall call, String verb) {
    String userId = call.userId(call.path("user_id"));
    requireOwn(call, Optional.of(userId), verb);
    return user(call, userId);
  }

  private static StackAuthUser user(StackAuthCall call, String userId) {
    return call.project().users().byId(userId).orElseThrow(KnownError.USER_NOT_FOUND::failure);
  }

  private static OAuthAccount account(StackAuthCall call, StackAuthUser user) {
    String id = call.path("id").toLowerCase(Locale.ROOT);
    return user.oauthAccounts.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                StackAuthFailure.text(
                    404, "OAuth provider " + id + " for user " + user.id() + " not found"));
  }

  private static void requireOwn(StackAuthCall call, Optional<String> userId, String verb) {
    boolean own = userId.isPresent() && call.user().map(StackAuthUser::id).equals(userId);
    if (call.fromClient() && !own) {
      throw StackAuthFailure.text(
          403, "Client can only " + verb + " OAuth providers for their own user.");
    }
  }
}
