package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.PhoneNumber;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.providers.stytch.consumer.Factor;
import dev.keyway.providers.stytch.consumer.Factors;
import dev.keyway.providers.stytch.consumer.ProjectMetrics;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users sign in with: all of it seen, each taken off, the only one exchanged. */
@ExtendWith(EmulatorExtension.class)
class FactorsTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final UserId GRACE = UserId.of("user-test-00000000-0000-4000-8000-00000000000a");
  private static final UserId ADA = UserId.of("user-test-00000000-0000-4000-8000-00000000000b");

  /** Somebody with a factor of each kind, and somebody else with a wallet. */
  private static final String USERS =
      """
      version: 1
      worlds:
        - name: factors
          users:
            - on: [stytch]
              emails:
                - address: grace@example.com
              phones:
                - number: "+15005550006"
              password:
                plain: my horse reads maps at noon
              totp:
                secret: JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
              passkeys:
                - credentialId: a2F0aGVyaW5lLXBhc3NrZXktMQ
                  publicKey: pQECAyYgASFYIJKgkz9t5DcmOz0sMV06O3x_BgM21ZCvyW7d12cqvtGmIlggA9dgwopv9hk8hnWaPsMMXnFU99A-cpqlxX-ptUmsVFw
                  domain: shop.example.com
              socialAccounts:
                - provider: google
                  subject: google-grace
              stytch:
                id: user-test-00000000-0000-4000-8000-00000000000a
                cryptoWallets:
                  - type: ethereum
                    address: "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"
                biometricRegistrations:
                  - verified: true
            - on: [stytch]
              emails:
                - address: ada@example.com
              stytch:
                id: user-test-00000000-0000-4000-8000-00000000000b
                cryptoWallets:
                  - type: ethereum
                    address: "0x52908400098527886E0F7030069857D2E4169EE7"
      """;

  private AuthClient client;
  private Factors factors;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STYTCH, world).build();
    factors = client.unwrap(StytchConsumer.class).factors();
    world.load(Seed.parse(USERS, "users"));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void eachKindIsSeenAndTakenOff() {
    List<Factor> left = new ArrayList<>(factors.list(GRACE, DEFAULTS));
    assertEquals(List.of(Factor.Kind.values()), left.stream().map(Factor::kind).toList());
    assertEquals("grace@example.com", left.get(0).label());
    assertFalse(left.get(0).toString().contains("grace"));

    while (!left.isEmpty()) {
      Factor factor = left.remove(0);
      factors.delete(GRACE, factor, DEFAULTS);
      assertEquals(left, factors.list(GRACE, DEFAULTS));
      assertEquals(
          ErrorCode.RESOURCE_NOT_FOUND,
          code(() -> factors.delete(GRACE, factor, DEFAULTS)),
          factor::toString);
    }
  }

  @Test
  void anothersFactorStays() {
    Factor wallet =
        factors.list(ADA, DEFAULTS).stream()
            .filter(it -> it.kind() == Factor.Kind.WALLET)
            .findFirst()
            .orElseThrow();

    assertEquals(ErrorCode.RESOURCE_NOT_FOUND, code(() -> factors.delete(GRACE, wallet, DEFAULTS)));
    Factor renamed = new Factor(Factor.Kind.EMAIL, wallet.id(), "", true);
    assertEquals(ErrorCode.RESOURCE_NOT_FOUND, code(() -> factors.delete(ADA, renamed, DEFAULTS)));
    assertEquals(2, factors.list(ADA, DEFAULTS).size());
    UserId nobody = UserId.of("user-test-00000000-0000-4000-8000-00000000000c");
    assertEquals(ErrorCode.USER_NOT_FOUND, code(() -> factors.list(nobody, DEFAULTS)));
    assertEquals(ErrorCode.USER_NOT_FOUND, code(() -> factors.delete(nobody, wallet, DEFAULTS)));
  }

  @Test
  void theOnlyAddressIsExchanged() {
    EmailAddress old = EmailAddress.of("linus@example.com");
    UserId linus = client.users().create(NewUser.withEmail(old)).id();

    factors.exchangeForEmail(linus, EmailAddress.of("linus@new.example"), DEFAULTS);
    assertEquals(List.of("linus@new.example"), labels(linus));
    factors.exchangeForPhone(linus, PhoneNumber.of("+15005550007"), DEFAULTS);
    assertEquals(List.of("+15005550007"), labels(linus));
    client.passwords().signUp(old, Secret.of("my horse reads maps at noon")).orElseThrow();

    assertEquals(
        ErrorCode.ACCOUNT_ALREADY_EXISTS,
        code(() -> factors.exchangeForEmail(linus, old, DEFAULTS)));
    assertEquals(List.of("+15005550007"), labels(linus));
    assertEquals(
        ErrorCode.FACTOR_ALREADY_ENROLLED,
        code(
            () -> factors.exchangeForEmail(GRACE, EmailAddress.of("grace@new.example"), DEFAULTS)));
  }

  @Test
  void theProjectCountsItsUsers() {
    ProjectMetrics metrics = client.unwrap(StytchConsumer.class).project().metrics(DEFAULTS);
    assertEquals(2, metrics.users());
    assertEquals(0, metrics.machines());
  }

  private List<String> labels(UserId user) {
    return factors.list(user, DEFAULTS).stream().map(Factor::label).toList();
  }
}
