package dev.keyway.providers.stackauth;

import dagger.Module;
import dagger.Provides;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.ContextModule;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.views.AdminKey;
import dev.keyway.providers.stackauth.wire.ApiKeyApi;
import dev.keyway.providers.stackauth.wire.MfaApi;
import dev.keyway.providers.stackauth.wire.OAuthApi;
import dev.keyway.providers.stackauth.wire.OtpApi;
import dev.keyway.providers.stackauth.wire.PasskeyApi;
import dev.keyway.providers.stackauth.wire.PasswordApi;
import dev.keyway.providers.stackauth.wire.ProjectApi;
import dev.keyway.providers.stackauth.wire.SessionApi;
import dev.keyway.providers.stackauth.wire.StackAuthDialect;
import dev.keyway.providers.stackauth.wire.UserApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Singleton;

/** What is not ours to annotate, and one wire interface per area. */
@Module(includes = ContextModule.class)
interface StackAuthModule {

  @Provides
  @Singleton
  static Transport transport(ProviderContext context, StackAuthSettings settings) {
    return new Transport(
        context, StackAuth.ID, settings.baseUrl(), settings.headers(), new StackAuthDialect());
  }

  @Provides
  @Singleton
  static Handles handles(ProviderContext context, StackAuthSettings settings) {
    return Handles.of(context, StackAuth.ID, settings.projectId(), settings.serverKey());
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
  static OAuthApi oauthApi(Transport transport) {
    return transport.api(OAuthApi.class);
  }

  @Provides
  @Singleton
  static PasskeyApi passkeyApi(Transport transport) {
    return transport.api(PasskeyApi.class);
  }

  @Provides
  @Singleton
  static MfaApi mfaApi(Transport transport) {
    return transport.api(MfaApi.class);
  }

  @Provides
  @Singleton
  static ProjectApi projectApi(Transport transport) {
    return transport.api(ProjectApi.class);
  }

  @Provides
  @Singleton
  static ApiKeyApi apiKeyApi(Transport transport) {
    return transport.api(ApiKeyApi.class);
  }

  @Provides
  static AdminKey adminKey(StackAuthSettings settings) {
    return new AdminKey(settings.adminKey());
  }
}
