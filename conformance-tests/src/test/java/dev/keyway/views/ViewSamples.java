package dev.keyway.views;

import dev.keyway.AccessToken;
import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.OAuthProviderId;
import dev.keyway.PageCursor;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.UserId;
import dev.keyway.providers.stackauth.server.ConfigLevel;
import dev.keyway.providers.stackauth.server.ConnectedAccount;
import dev.keyway.providers.stackauth.server.ContactChannelFields;
import dev.keyway.providers.stackauth.server.ContactChannelId;
import dev.keyway.providers.stackauth.server.PermissionDefinition;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.PermissionScope;
import dev.keyway.providers.stackauth.server.ProjectChanges;
import dev.keyway.providers.stackauth.server.TeamId;
import dev.keyway.providers.stytch.consumer.AuthorizationRequest;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.EthereumMessage;
import dev.keyway.providers.stytch.consumer.Factor;
import dev.keyway.providers.stytch.consumer.Wallet;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An argument of every type that a call of a view takes: well-formed, and of nobody. */
final class ViewSamples {

  private static final String UUID = "00000000-0000-4000-8000-00000000000a";

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(UserId.class, UserId.of("user-test-" + UUID)),
          Map.entry(URI.class, URI.create("http://localhost:3000/authenticate?code=1")),
          Map.entry(EmailAddress.class, EmailAddress.of("nobody@example.com")),
          Map.entry(CallOptions.class, CallOptions.defaults()),
          Map.entry(DeliveryOptions.class, DeliveryOptions.defaults()),
          Map.entry(ContactChannelId.class, ContactChannelId.of(UUID)),
          Map.entry(ContactChannelFields.class, ContactChannelFields.none()),
          Map.entry(
              ConnectedAccount.class, new ConnectedAccount(OAuthProviderId.GITHUB, "account-1")),
          Map.entry(PermissionId.class, PermissionId.of("read_books")),
          Map.entry(
              PermissionDefinition.class, PermissionDefinition.of(PermissionId.of("read_books"))),
          Map.entry(PermissionScope.class, PermissionScope.PROJECT),
          Map.entry(TeamId.class, TeamId.of(UUID)),
          Map.entry(Secret.class, Secret.of("nobodys-secret")),
          Map.entry(
              SessionTokens.class,
              new SessionTokens(AccessToken.of("e30.e30.e30"), RenewalToken.of("nobody"))),
          Map.entry(RenewalToken.class, RenewalToken.of("nobody")),
          Map.entry(Duration.class, Duration.ofHours(1)),
          Map.entry(boolean.class, true),
          Map.entry(int.class, 10),
          Map.entry(Set.class, Set.of()),
          Map.entry(String.class, "anything"),
          Map.entry(SignInOptions.class, SignInOptions.defaults()),
          Map.entry(PageCursor.class, PageCursor.of("none")),
          Map.entry(Wallet.class, Wallet.ethereum("0x52908400098527886E0F7030069857D2E4169EE7")),
          Map.entry(
              EthereumMessage.class,
              EthereumMessage.of("app.example.com", URI.create("https://app.example.com/"))),
          Map.entry(ConnectedAppId.class, ConnectedAppId.of("connected-app-test-1")),
          Map.entry(
              AuthorizationRequest.class,
              AuthorizationRequest.of(
                  ConnectedAppId.of("connected-app-test-1"),
                  URI.create("https://app.example.com/back"),
                  Set.of("openid"))),
          Map.entry(Factor.class, new Factor(Factor.Kind.WALLET, "crypto-wallet-test-1", "", true)),
          Map.entry(PhoneNumber.class, PhoneNumber.of("+15005550006")),
          Map.entry(ProjectChanges.class, ProjectChanges.builder().signUpEnabled(true).build()),
          Map.entry(ConfigLevel.class, ConfigLevel.PROJECT),
          Map.entry(Map.class, Map.of("domains.allowLocalhost", true)),
          Map.entry(ConnectedAppType.class, ConnectedAppType.FIRST_PARTY),
          Map.entry(ConnectedAppFields.class, ConnectedAppFields.builder().name("x").build()));

  private ViewSamples() {}

  static Object of(Class<?> type) {
    return Objects.requireNonNull(SAMPLES.get(type), () -> "no sample of " + type);
  }
}
