package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_IMPORT_BCRYPT;
import static dev.keyway.Capability.PASSWORD_IMPORT_OTHER;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.USER_FIND;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.PasswordHash;
import dev.keyway.Secret;
import dev.keyway.User;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PWI: password hashes from elsewhere. */
abstract class PasswordImportRules extends Rules {

  /** A published test vector of bcrypt: the hash of {@code U*U}. */
  private static final PasswordHash BCRYPT_OF_U_STAR_U =
      PasswordHash.bcrypt("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");

  private static final Secret U_STAR_U = Secret.of("U*U");

  PasswordImportRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PWI-001",
      value = "A user with a bcrypt hash signs in with its password",
      needs = {PASSWORD_IMPORT_BCRYPT, PASSWORD_SIGN_IN})
  void aUserWithABcryptHashSignsIn() {
    User user = client().passwords().importHash(NewUser.withEmail(ada()), BCRYPT_OF_U_STAR_U);
    assertTrue(user.hasPassword());
    assertEquals(user.id(), signIn(ada(), U_STAR_U).user().id());
  }

  @Rule(
      id = "PWI-002",
      value = "A user with a hash of another format signs in with its password",
      needs = {PASSWORD_IMPORT_OTHER, PASSWORD_SIGN_IN})
  void aUserWithAnotherHashSignsIn() {
    int imported = 0;
    for (PasswordHash hash : HashVectors.OF_OTHER_FORMATS) {
      String name = hash.format() + " " + hash.parameters().keySet();
      EmailAddress email = harness().address("import" + imported++);
      User user = client().passwords().importHash(NewUser.withEmail(email), hash);
      refused(
          name,
          () -> client().passwords().signIn(email, OTHER_PASSWORD),
          ErrorCode.INVALID_CREDENTIALS);
      assertEquals(user.id(), signIn(email, HashVectors.PASSWORD).user().id(), name);
    }
  }

  @Rule(
      id = "PWI-010",
      value = "Another password than the hash's is refused",
      negative = true,
      needs = {PASSWORD_IMPORT_BCRYPT, PASSWORD_SIGN_IN})
  void anotherPasswordIsRefused() {
    client().passwords().importHash(NewUser.withEmail(ada()), BCRYPT_OF_U_STAR_U);
    for (Secret wrong : new Secret[] {OTHER_PASSWORD, Secret.of("U*"), BCRYPT_OF_U_STAR_U.hash()}) {
      refused(() -> client().passwords().signIn(ada(), wrong), ErrorCode.INVALID_CREDENTIALS);
    }
  }

  @Rule(
      id = "PWI-011",
      value = "A malformed hash is refused and leaves no user behind",
      negative = true,
      needs = {PASSWORD_IMPORT_BCRYPT, USER_FIND})
  void aMalformedHashIsRefused() {
    for (String hash : new String[] {"U*U", "$2a$05$short", "$9z$05$" + "C".repeat(53)}) {
      refused(
          () ->
              client().passwords().importHash(NewUser.withEmail(ada()), PasswordHash.bcrypt(hash)),
          ErrorCode.INVALID_ARGUMENT);
    }
    assertEquals(Optional.empty(), client().users().findByEmail(ada()));
  }

  @Rule(
      id = "PWI-012",
      value = "An import for an address that has an account is refused and changes no password",
      negative = true,
      needs = {PASSWORD_IMPORT_BCRYPT, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anImportForAnExistingAccountIsRefused() {
    signUp(ada());
    refused(
        () -> client().passwords().importHash(NewUser.withEmail(ada()), BCRYPT_OF_U_STAR_U),
        ErrorCode.ACCOUNT_ALREADY_EXISTS);
    signIn(ada(), PASSWORD);
    refused(() -> client().passwords().signIn(ada(), U_STAR_U), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWI-013",
      value = "A hash format that is not offered is refused unsent",
      negative = true,
      needs = PASSWORD_IMPORT_BCRYPT)
  void aFormatThatIsNotOfferedIsRefusedUnsent() {
    assumeFalse(client().supports(PASSWORD_IMPORT_OTHER), "the provider takes other formats");
    for (PasswordHash.Format format : PasswordHash.Format.values()) {
      if (format != PasswordHash.Format.BCRYPT) {
        PasswordHash hash = new PasswordHash(format, Secret.of("00"), Map.of());
        refusedUnsent(
            () -> client().passwords().importHash(NewUser.withEmail(ada()), hash),
            ErrorCode.UNSUPPORTED);
      }
    }
  }
}
