package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.PhoneNumber;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.Factor;
import dev.keyway.providers.stytch.consumer.Factors;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.wire.FactorApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Factors} by the routes below users. */
final class FactorCalls implements Factors {

  private final ViewCalls calls;
  private final FactorApi api;

  FactorCalls(ViewCalls calls, FactorApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public List<Factor> list(UserId user, CallOptions options) {
    notNull(user, "user");
    return calls.call("stytch.factors.list", options, () -> held(Checks.user(user)));
  }

  @Override
  public void delete(UserId user, Factor factor, CallOptions options) {
    notNull(user, "user");
    notNull(factor, "factor");
    calls.run("stytch.factors.delete", options, () -> delete(Checks.user(user), factor));
  }

  private void delete(String user, Factor factor) {
    Factor own =
        held(user).stream()
            .filter(held -> held.kind() == factor.kind() && held.id().equals(factor.id()))
            .findFirst()
            .orElseThrow(
                () ->
                    AuthException.of(ErrorCode.RESOURCE_NOT_FOUND, "The user has no such factor"));
    api.delete(path(own.kind()), own.id());
  }

  @Override
  public void exchangeForEmail(UserId user, EmailAddress email, CallOptions options) {
    notNull(user, "user");
    FactorApi.Exchange body = new FactorApi.Exchange(notNull(email, "email").value(), null);
    calls.run(
        "stytch.factors.exchangeForEmail", options, () -> api.exchange(Checks.user(user), body));
  }

  @Override
  public void exchangeForPhone(UserId user, PhoneNumber phone, CallOptions options) {
    notNull(user, "user");
    FactorApi.Exchange body = new FactorApi.Exchange(null, notNull(phone, "phone").value());
    calls.run(
        "stytch.factors.exchangeForPhone", options, () -> api.exchange(Checks.user(user), body));
  }

  private List<Factor> held(String user) {
    FactorApi.Held held = api.get(user);
    Answer.requireAbout(user, held.userId());
    List<Factor> all = new ArrayList<>();
    held.emails()
        .forEach(it -> all.add(of(Factor.Kind.EMAIL, it.emailId(), it.email(), it.verified())));
    held.phoneNumbers()
        .forEach(
            it -> all.add(of(Factor.Kind.PHONE, it.phoneId(), it.phoneNumber(), it.verified())));
    if (held.password() != null) {
      all.add(of(Factor.Kind.PASSWORD, held.password().passwordId(), null, true));
    }
    held.providers()
        .forEach(
            it ->
                all.add(
                    of(
                        Factor.Kind.SOCIAL_ACCOUNT,
                        it.oauthUserRegistrationId(),
                        it.providerType(),
                        true)));
    held.webauthnRegistrations()
        .forEach(
            it ->
                all.add(
                    of(
                        Factor.Kind.PASSKEY,
                        it.webauthnRegistrationId(),
                        it.name(),
                        it.verified())));
    held.totps().forEach(it -> all.add(of(Factor.Kind.TOTP, it.totpId(), null, it.verified())));
    held.cryptoWallets()
        .forEach(
            it ->
                all.add(
                    of(
                        Factor.Kind.WALLET,
                        it.cryptoWalletId(),
                        it.cryptoWalletAddress(),
                        it.verified())));
    held.biometricRegistrations()
        .forEach(
            it ->
                all.add(
                    of(Factor.Kind.BIOMETRIC, it.biometricRegistrationId(), null, it.verified())));
    return List.copyOf(all);
  }

  private static Factor of(Factor.Kind kind, String id, @Nullable String label, boolean verified) {
    return new Factor(kind, id, label == null ? "" : label, verified);
  }

  private static String path(Factor.Kind kind) {
    return switch (kind) {
      case EMAIL -> "emails";
      case PHONE -> "phone_numbers";
      case PASSWORD -> "passwords";
      case SOCIAL_ACCOUNT -> "oauth";
      case PASSKEY -> "webauthn_registrations";
      case TOTP -> "totps";
      case WALLET -> "crypto_wallets";
      case BIOMETRIC -> "biometric_registrations";
    };
  }
}
