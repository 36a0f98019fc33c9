package dev.keyway.emulator.internal.stytch.connectedapp;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.rules.RedirectRules;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields of an app and their forms. Their bounds are inferred. */
final class ConnectedAppFields {
  static final Field<String> TYPE = Field.text("client_type");
  static final Field<String> NAME = Field.text("client_name");
  static final Field<String> DESCRIPTION = Field.text("client_description");
  static final Field<List<String>> REDIRECT_URLS = Bodies.texts("redirect_urls");
  static final Field<Boolean> FULL_ACCESS = Field.flag("full_access_allowed");
  static final Field<BigDecimal> TOKEN_MINUTES = Bodies.whole("access_token_expiry_minutes");
  static final Field<String> AUDIENCE = Field.text("access_token_custom_audience");
  static final Field<String> TOKEN_TEMPLATE = Field.text("access_token_template_content");
  static final Field<String> ID_TOKEN_TEMPLATE = Field.text("id_token_template_content");
  static final Field<List<String>> LOGOUT_URLS = Bodies.texts("post_logout_redirect_urls");
  static final Field<String> LOGO_URL = Field.text("logo_url");
  static final Field<Boolean> BYPASSES_CONSENT = Field.flag("bypass_consent_for_offline_access");

  /** What may be said of an app when it is made, and later. */
  static final List<Field<?>> DETAILS =
      List.of(
          NAME,
          DESCRIPTION,
          REDIRECT_URLS,
          FULL_ACCESS,
          TOKEN_MINUTES,
          AUDIENCE,
          TOKEN_TEMPLATE,
          ID_TOKEN_TEMPLATE,
          LOGOUT_URLS,
          LOGO_URL,
          BYPASSES_CONSENT);

  /** What details are refused with. */
  static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.CONNECTED_APP_INVALID_REDIRECT_URL,
          StytchError.THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS,
          StytchError.THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS);

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_TEXT = 1024;
  private static final int LONGEST_TEMPLATE = 16_384;
  private static final int MOST_URLS = 100;
  private static final int MOST_MINUTES = 527_040;

  private ConnectedAppFields() {}

  static ConnectedApp.Type type(String word) {
    return Arrays.stream(ConnectedApp.Type.values())
        .filter(type -> word(type).equals(word))
        .findFirst()
        .orElseThrow(StytchError.INVALID_CONNECTED_APP_TYPE::failure);
  }

  static String word(ConnectedApp.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** What a request says of an app; what it does not say stays (inferred). */
  static ConnectedApp.Details details(
      StytchCall call, ConnectedApp.Type type, ConnectedApp.Details present) {
    Values body = call.body();
    ConnectedApp.Details details =
        new ConnectedApp.Details(
            text(body, NAME, LONGEST_NAME, present.name()),
            text(body, DESCRIPTION, LONGEST_TEXT, present.description()),
            urls(body, REDIRECT_URLS, present.redirectUrls()),
            body.find(FULL_ACCESS).orElse(present.fullAccess()),
            minutes(call, present.tokenMinutes()),
            text(body, AUDIENCE, LONGEST_TEXT, present.audience()),
            template(body, TOKEN_TEMPLATE, present.tokenTemplate()),
            template(body, ID_TOKEN_TEMPLATE, present.idTokenTemplate()),
            urls(body, LOGOUT_URLS, present.logoutUrls()),
            text(body, LOGO_URL, LONGEST_TEXT, present.logoUrl()),
            body.find(BYPASSES_CONSENT).orElse(present.bypassesConsent()));
    if (type.isThirdParty() && details.fullAccess()) {
      throw StytchError.THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS.failure();
    }
    if (type.isThirdParty() && details.bypassesConsent()) {
      throw StytchError.THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS.failure();
    }
    return details;
  }

  private static String text(Values body, Field<String> field, int longest, String otherwise) {
    String text = body.given(field).orElse(otherwise);
    if (text.length() > longest) {
      throw StytchError.BAD_REQUEST.failure(
          field.name() + " must not have more than " + longest + " characters.");
    }
    return text;
  }

  private static List<String> urls(Values body, Field<List<String>> field, List<String> otherwise) {
    Optional<List<String>> sent = body.find(field);
    if (sent.isPresent()
        && (sent.get().size() > MOST_URLS
            || !sent.get().stream().allMatch(ConnectedAppFields::isUrl))) {
      throw StytchError.CONNECTED_APP_INVALID_REDIRECT_URL.failure();
    }
    return sent.map(urls -> urls.stream().distinct().toList()).orElse(otherwise);
  }

  /** A fragment is the browser's own (RFC 6749, section 3.1.2). */
  private static boolean isUrl(String text) {
    return text.length() <= LONGEST_TEXT && text.indexOf('#') < 0 && RedirectRules.isUrl(text);
  }

  private static int minutes(StytchCall call, int otherwise) {
    int minutes = call.whole(TOKEN_MINUTES).orElse(otherwise);
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw StytchError.BAD_REQUEST.failure(
          TOKEN_MINUTES.name() + " must be from 1 to " + MOST_MINUTES + ".");
    }
    return minutes;
  }

  private static String template(Values body, Field<String> field, String otherwise) {
    String template = text(body, field, LONGEST_TEMPLATE, otherwise);
    if (!template.isEmpty() && !isObject(template)) {
      throw StytchError.BAD_REQUEST.failure(field.name() + " must be the text of a JSON object.");
    }
    return template;
  }

  private static boolean isObject(String text) {
    try {
      return Json.read(text).isObject();
    } catch (Json.Malformed e) {
      return false;
    }
  }
}
