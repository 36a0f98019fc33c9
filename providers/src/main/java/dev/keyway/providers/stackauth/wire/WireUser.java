package dev.keyway.providers.stackauth.wire;

import dev.keyway.EmailAddress;
import dev.keyway.MetadataScope;
import dev.keyway.OAuthProviderId;
import dev.keyway.SecondFactorKind;
import dev.keyway.User;
import dev.keyway.UserEmail;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.MilliTime;
import dev.keyway.providers.http.VendorValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user as servers see it. */
public record WireUser(
    String id,
    @Nullable String primaryEmail,
    @Nullable Boolean primaryEmailVerified,
    @Nullable Boolean primaryEmailAuthEnabled,
    @Nullable String displayName,
    @Nullable Long signedUpAtMillis,
    @Nullable Boolean hasPassword,
    @Nullable Boolean requiresTotpMfa,
    @Nullable Boolean passkeyAuthEnabled,
    @Nullable List<Provider> oauthProviders,
    @Nullable Object clientMetadata,
    @Nullable Object clientReadOnlyMetadata,
    @Nullable Object serverMetadata,
    @Nullable Boolean isAnonymous,
    @Nullable Boolean isRestricted) {

  /** An identity provider; its id is the provider's name. */
  public record Provider(String id) {}

  /** This user, who must be the one that was asked for. */
  public WireUser about(String asked) {
    Answer.requireAbout(asked, id);
    return this;
  }

  public User toUser() {
    return Answer.read(this::asSent);
  }

  /** For a user that came without being asked for; refuses its argument if a value is unfit. */
  public User asSent() {
    return User.builder(UserId.of(id))
        .emails(email().stream().toList())
        .displayName(displayName)
        .createdAt(MilliTime.read(signedUpAtMillis))
        .hasPassword(is(hasPassword))
        .secondFactors(is(requiresTotpMfa) ? Set.of(SecondFactorKind.TOTP) : Set.of())
        .oauthProviders(
            oauthProviders == null
                ? Set.of()
                : oauthProviders.stream()
                    .flatMap(
                        provider -> VendorValues.shown(provider.id(), OAuthProviderId::of).stream())
                    .collect(Collectors.toSet()))
        .anonymous(is(isAnonymous))
        .restricted(is(isRestricted))
        .metadata(MetadataScope.USER_WRITABLE, object(clientMetadata))
        .metadata(MetadataScope.USER_READABLE, object(clientReadOnlyMetadata))
        .metadata(MetadataScope.SERVER_ONLY, object(serverMetadata))
        .build();
  }

  /** Whether the user signs in with this very address. */
  public boolean signsInWith(EmailAddress address) {
    return is(primaryEmailAuthEnabled)
        && email().map(UserEmail::address).filter(address::equals).isPresent();
  }

  private Optional<UserEmail> email() {
    // Imported users may have what no address is; the rest of the user is still true.
    return VendorValues.shown(primaryEmail, EmailAddress::of)
        .map(address -> new UserEmail(address, is(primaryEmailVerified)));
  }

  /** Metadata may be any JSON there; what is no object can't be shown here. */
  private static Map<String, @Nullable Object> object(@Nullable Object metadata) {
    return metadata instanceof Map<?, ?> map ? VendorValues.metadata(map) : Map.of();
  }

  private static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
