package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.SignUps;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.Optional;

/** Whom a social account signs in: somebody known, somebody new, or whom it is linked to. */
final class OAuthUsers {
  private OAuthUsers() {}

  /** A user, and whether they were made for this sign-in. */
  record Found(StackAuthUser user, boolean isNew) {}

  static Found find(StackAuthProject project, OAuthFlow flow, Grant grant) {
    Found found =
        flow.links()
            ? new Found(linked(project, flow, grant), false)
            : authenticated(project, flow, grant);
    store(project, found.user(), grant);
    return found;
  }

  private static StackAuthUser linked(StackAuthProject project, OAuthFlow flow, Grant grant) {
    StackAuthUser user =
        flow.userId()
            .flatMap(project.users()::byId)
            .orElseThrow(() -> StackAuthFailure.uncaught("Nobody is left to link to."));
    Optional<StackAuthUser> holder =
        project
            .oauthAccounts()
            .holder(project.users(), grant.provider(), grant.account().subject());
    if (holder.filter(other -> other != user).isPresent()) {
      throw KnownError.OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER.failure();
    }
    return user;
  }

  private static Found authenticated(StackAuthProject project, OAuthFlow flow, Grant grant) {
    SocialAccount account = grant.account();
    Optional<StackAuthUser> known =
        project.oauthAccounts().signedInBy(project.users(), grant.provider(), account.subject());
    if (known.isPresent()) {
      return new Found(known.get(), false);
    }
    Optional<StackAuthUser> namesake =
        account.email().isBlank() ? Optional.empty() : Emails.owner(project, account.email());
    if (namesake.isEmpty()) {
      return new Found(signUp(project, flow, grant, true), true);
    }
    return switch (project.settings().mergeStrategy()) {
      case LINK_METHOD -> new Found(merged(namesake.get(), account), false);
      case RAISE_ERROR -> throw taken(account, false);
      case ALLOW_DUPLICATES -> new Found(signUp(project, flow, grant, false), true);
    };
  }

  /** Whoever could not prove the address on one side must not get the account on the other. */
  private static StackAuthUser merged(StackAuthUser user, SocialAccount account) {
    boolean proved =
        user.address(Address.Kind.EMAIL, account.email()).map(Address::verified).orElse(false);
    if (!proved || !account.emailVerified()) {
      throw taken(account, true);
    }
    return user;
  }

  private static StackAuthUser signUp(
      StackAuthProject project, OAuthFlow flow, Grant grant, boolean usedForAuth) {
    SocialAccount account = grant.account();
    if (!project.settings().signUpEnabled()) {
      throw KnownError.SIGN_UP_NOT_ENABLED.failure();
    }
    Optional<Address> email =
        Optional.of(account.email())
            .filter(address -> !address.isBlank())
            .map(address -> Emails.channel(project, address, account.emailVerified(), usedForAuth));
    return SignUps.newOrUpgraded(
        project,
        flow.userId().flatMap(project.users()::byId),
        email,
        user -> {
          writeProfile(user, account);
          store(project, user, grant);
        });
  }

  private static void writeProfile(StackAuthUser user, SocialAccount account) {
    if (!account.name().isEmpty()) {
      user.set(StackAuthUserRows.DISPLAY_NAME, Optional.of(account.name()));
    }
    if (!account.pictureUrl().isEmpty()) {
      user.set(StackAuthUserRows.PROFILE_IMAGE_URL, Optional.of(account.pictureUrl()));
    }
  }

  /** Keeps the provider's tokens, with the account if the user has it not yet. */
  private static void store(StackAuthProject project, StackAuthUser user, Grant grant) {
    SocialAccount social = grant.account();
    OAuthAccount account =
        user.oauthAccounts.stream()
            .filter(known -> known.is(grant.provider(), social.subject()))
            .findFirst()
            .orElseGet(
                () ->
                    OAuthAccount.of(
                        project,
                        grant.provider(),
                        social.subject(),
                        social.email().isBlank() ? null : social.email()));
    project.oauthAccounts().put(user, account.granted(grant));
  }

  private static StackAuthFailure taken(SocialAccount account, boolean wouldWorkIfVerified) {
    return KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE.failure(
        Json.object()
            .put("type", "email")
            .put("contact_channel_value", Emails.normalized(account.email()))
            .put("would_work_if_email_was_verified", wouldWorkIfVerified));
  }
}
