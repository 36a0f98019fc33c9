package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.PasswordHash;
import dev.keyway.PhoneNumber;
import dev.keyway.User;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.UserFields;
import dev.keyway.providers.stytch.wire.PasswordApi;
import dev.keyway.providers.stytch.wire.UserApi;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New users with the hash of their password. */
final class PasswordImports {

  private final PasswordApi api;
  private final UserApi users;

  @Inject
  PasswordImports(PasswordApi api, UserApi users) {
    this.api = api;
    this.users = users;
  }

  User make(NewUser newUser, PasswordHash hash) {
    EmailAddress email =
        newUser
            .email()
            .orElseThrow(() -> Checks.invalidArgument("newUser", "needs an e-mail address"));
    newUser.phoneNumber().ifPresent(PhoneNumbers::requireValid);
    PasswordApi.Migrate body = body(newUser, email, hash);
    // Stytch would give the password to whoever has the address.
    UserApi.Query sameAddress =
        UserApi.Query.of("email_address", List.of(email.value(), email.normalized()));
    if (!users.search(new UserApi.Search(1, null, sameAddress)).results().isEmpty()) {
      throw exists();
    }
    try {
      return UserFields.user(api.migrate(body).user());
    } catch (AuthException e) {
      throw e.code() == ErrorCode.PASSWORD_ALREADY_SET ? exists() : e;
    }
  }

  private static PasswordApi.Migrate body(NewUser newUser, EmailAddress email, PasswordHash hash) {
    @Nullable Map<String, Object> config = PasswordHashes.config(hash);
    return new PasswordApi.Migrate(
        email.value(),
        hash.hash(),
        PasswordHashes.type(hash),
        hash.format() == PasswordHash.Format.MD5 ? config : null,
        hash.format() == PasswordHash.Format.SHA1 ? config : null,
        hash.format() == PasswordHash.Format.SHA512 ? config : null,
        hash.format() == PasswordHash.Format.ARGON2I
                || hash.format() == PasswordHash.Format.ARGON2ID
            ? config
            : null,
        hash.format() == PasswordHash.Format.SCRYPT ? config : null,
        hash.format() == PasswordHash.Format.PBKDF2 ? config : null,
        UserFields.name(newUser.displayName()),
        newUser.metadata().get(MetadataScope.USER_READABLE),
        newUser.metadata().get(MetadataScope.USER_WRITABLE),
        newUser.externalId().orElse(null),
        newUser.emailVerified(),
        newUser.phoneNumber().map(PhoneNumber::value).orElse(null));
  }

  private static AuthException exists() {
    return AuthException.of(
        ErrorCode.ACCOUNT_ALREADY_EXISTS, "The address belongs to an account already");
  }
}
