package dev.keyway.emulator.internal.stackauth.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import jakarta.inject.Inject;

/**
 * {@code /auth/oauth/callback/apple/native}: an identity token that Apple gave an app. Nothing here
 * signs in Apple's name, and Apple's keys are not fetched, so no token is good.
 */
public final class AppleNativeRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> ID_TOKEN = Field.text("id_token");

  @Inject
  AppleNativeRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.apple-native")
        .takes(ID_TOKEN.required())
        .fails(
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.APPLE_BUNDLE_ID_NOT_CONFIGURED,
            KnownError.INVALID_APPLE_CREDENTIALS)
        .answers(this::signIn);
  }

  private Response signIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    String apple = SocialProviders.require(project, "apple");
    JsonNode client = project.facts().clients().getOrDefault(apple, MissingNode.getInstance());
    if (client.path("apple_bundle_ids").isEmpty()) {
      throw KnownError.APPLE_BUNDLE_ID_NOT_CONFIGURED.failure();
    }
    throw KnownError.INVALID_APPLE_CREDENTIALS
        .failure()
        .because("The emulator knows no key of Apple's, so it can accept no token of Apple's.");
  }
}
