package dev.keyway.providers.stytch;

import dagger.Module;
import dagger.Provides;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.ContextModule;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.jwt.JwtAlgorithm;
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.wire.MachineApi;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.providers.stytch.wire.OAuthApi;
import dev.keyway.providers.stytch.wire.OtpApi;
import dev.keyway.providers.stytch.wire.PasswordApi;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.StytchDialect;
import dev.keyway.providers.stytch.wire.TotpApi;
import dev.keyway.providers.stytch.wire.UserApi;
import dev.keyway.providers.stytch.wire.WebAuthnApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** What is not ours to annotate, and one wire interface per area. */
@Module(includes = ContextModule.class)
interface StytchModule {

  @Provides
  @Singleton
  static Transport transport(ProviderContext context, StytchSettings settings) {
    return new Transport(
        context, Stytch.ID, settings.baseUrl(), settings.headers(), new StytchDialect());
  }

  @Provides
  @Singleton
  static Handles handles(ProviderContext context, StytchSettings settings) {
    return Handles.of(context, Stytch.ID, settings.projectId(), settings.secret());
  }

  @Provides
  @Singleton
  static JwtVerifier verifier(
      ProviderContext context,
      StytchSettings settings,
      Transport transport,
      Provider<SessionApi> api) {
    return new JwtVerifier(
        JwtAlgorithm.RS256,
        timeout -> transport.within(timeout, () -> api.get().keys(settings.projectId())),
        context.clock(),
        context.config().clockSkew(),
        context.config().maxKeyAge());
  }

  @Provides
  static SessionMinutes minutes(StytchSettings settings) {
    return new SessionMinutes(settings.sessionDuration());
  }

  @Provides
  @Singleton
  static PasswordApi passwordApi(Transport transport) {
    return transport.api(PasswordApi.class);
  }

  @Provides
  @Singleton
  static SessionApi sessionApi(Transport transport) {
    return transport.api(SessionApi.class);
  }

  @Provides
  @Singleton
  static UserApi userApi(Transport transport) {
    return transport.api(UserApi.class);
  }

  @Provides
  @Singleton
  static OtpApi otpApi(Transport transport) {
    return transport.api(OtpApi.class);
  }

  @Provides
  @Singleton
  static MagicLinkApi magicLinkApi(Transport transport) {
    return transport.api(MagicLinkApi.class);
  }

  @Provides
  @Singleton
  static OAuthApi oauthApi(Transport transport) {
    return transport.api(OAuthApi.class);
  }

  @Provides
  @Singleton
  static TotpApi totpApi(Transport transport) {
    return transport.api(TotpApi.class);
  }

  @Provides
  @Singleton
  static WebAuthnApi webAuthnApi(Transport transport) {
    return transport.api(WebAuthnApi.class);
  }

  @Provides
  @Singleton
  static MachineApi machineApi(Transport transport) {
    return transport.api(MachineApi.class);
  }
}
