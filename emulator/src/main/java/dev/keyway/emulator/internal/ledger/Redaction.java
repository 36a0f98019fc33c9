package dev.keyway.emulator.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Summaries without secrets. A value is shown only if its name is known to be harmless; everything
 * else, new fields included, is replaced. What is no JSON and no form is not shown at all.
 */
final class Redaction {
  static final String REPLACEMENT = "[redacted]";

  private static final int LONGEST = 2_000;
  private static final int USUAL_LENGTH = 1_000;

  private static final Set<String> HARMLESS =
      Set.of(
          "email",
          "email_address",
          "to",
          "value_type",
          "type",
          "kind",
          "status",
          "status_code",
          "error",
          "error_type",
          "error_message",
          "error_url",
          "message",
          "details",
          "min_length",
          "display_name",
          "first_name",
          "last_name",
          "primary_email",
          "provider",
          "provider_type",
          "delivery_method",
          "hash_type",
          "grant_type",
          "response_type",
          "token_type",
          "scope",
          "code_challenge_method",
          "locale",
          "domain",
          "operator",
          "filter_name",
          "limit",
          "roles",
          "created_at",
          "updated_at",
          "started_at",
          "last_accessed_at",
          "expires_at",
          "last_authenticated_at",
          "actual_access_type",
          "allowed_access_types",
          "request_type");

  /** Names that end so are ids, unless {@link #SECRET} says otherwise. */
  private static final Pattern ID = Pattern.compile("(^|.*_)ids?$");

  private static final Pattern SECRET =
      Pattern.compile(".*(secret|password|token|jwt|nonce|verifier|credential).*");

  /** A vendor's error codes may stand under the same name as one-time codes. */
  private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  /** Schema errors quote the value they refuse, which may be a secret of a wrong type. */
  private static final String QUOTED_VALUE = "final value was: ";

  /** What was found out about names: two patterns for each field of each body took long. */
  private static final Map<String, Boolean> BY_NAME = new ConcurrentHashMap<>();

  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_NAME = 100;

  private Redaction() {}

  static String request(Request request) {
    if (request.query().isEmpty() && !request.hasBody()) {
      return "";
    }
    StringBuilder summary = new StringBuilder();
    if (!request.query().isEmpty()) {
      summary.append('?');
      form(summary, request.query());
    }
    if (request.hasBody()) {
      summary.append(summary.length() == 0 ? "" : " ");
      body(summary, request);
    }
    return shortened(summary);
  }

  static String response(Response response) {
    JsonNode json = response.json();
    if (json != null) {
      StringBuilder summary = new StringBuilder(USUAL_LENGTH);
      value(summary, json);
      return shortened(summary);
    }
    // Plain text is how errors without a code are told; it never quotes a credential.
    return response.status() >= 400 ? shortened(new StringBuilder(response.body())) : "";
  }

  private static void body(StringBuilder out, Request request) {
    if (request.mediaType().filter("application/x-www-form-urlencoded"::equals).isPresent()) {
      form(out, FormValues.parse(request.bodyText()));
      return;
    }
    JsonNode json = request.json().orElse(null);
    if (json == null) {
      out.append("[not JSON]");
    } else {
      value(out, json);
    }
  }

  private static void form(StringBuilder out, Map<String, List<String>> values) {
    ObjectNode node = Json.object();
    values.forEach((name, all) -> node.put(name, shown(name, all.get(0))));
    Json.append(out, node);
  }

  /** Appends a value without a name. Of what will be cut off anyway little is looked at. */
  private static void value(StringBuilder out, JsonNode node) {
    if (node instanceof ObjectNode object) {
      char before = '{';
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (out.length() > LONGEST) {
          return;
        }
        out.append(before);
        before = ',';
        Json.append(out, field.getKey());
        out.append(':');
        field(out, field.getKey(), field.getValue());
      }
      out.append(before == '{' ? "{}" : "}");
    } else if (node instanceof ArrayNode array) {
      char before = '[';
      for (int i = 0; i < array.size(); i++) {
        if (out.length() > LONGEST) {
          return;
        }
        out.append(before);
        before = ',';
        value(out, array.get(i));
      }
      out.append(before == '[' ? "[]" : "]");
    } else {
      Json.append(out, REPLACEMENT);
    }
  }

  /** Appends a field's value. */
  private static void field(StringBuilder out, String name, JsonNode value) {
    if (value.isNull() || value.isBoolean()) {
      Json.append(out, value);
    } else if (value.isTextual()) {
      String text = value.textValue();
      Json.append(out, text.isEmpty() ? "" : shown(name, text));
    } else if (value.isNumber()) {
      if (harmless(name, "") || name.endsWith("_millis")) {
        Json.append(out, value);
      } else {
        Json.append(out, REPLACEMENT);
      }
    } else if (value.isArray() && harmless(name, "") && allText(value)) {
      Json.append(out, value);
    } else if (name.contains("metadata") || name.contains("claims")) {
      // Metadata and claims are the application's own; their names say nothing.
      Json.append(out, REPLACEMENT);
    } else {
      value(out, value);
    }
  }

  private static boolean allText(JsonNode array) {
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static String shown(String name, String value) {
    if (!harmless(name, value)) {
      return REPLACEMENT;
    }
    int quoted = value.indexOf(QUOTED_VALUE);
    return quoted < 0 ? value : value.substring(0, quoted + QUOTED_VALUE.length()) + REPLACEMENT;
  }

  private static boolean harmless(String field, String value) {
    if (field.equalsIgnoreCase("code")) {
      return ERROR_CODE.matcher(value).matches();
    }
    Boolean known = BY_NAME.get(field);
    if (known != null) {
      return known;
    }
    boolean harmless = harmless(field.toLowerCase(Locale.ROOT));
    // Any client can send any name: what the cache holds is bounded.
    if (BY_NAME.size() < MOST_NAMES && field.length() <= LONGEST_NAME) {
      BY_NAME.put(field, harmless);
    }
    return harmless;
  }

  private static boolean harmless(String name) {
    if (HARMLESS.contains(name)) {
      return true;
    }
    return ID.matcher(name).matches()
        && (!SECRET.matcher(name).matches() || name.equals("refresh_token_id"));
  }

  private static String shortened(StringBuilder text) {
    if (text.length() > LONGEST) {
      text.setLength(LONGEST);
      text.append('…');
    }
    return text.toString();
  }
}
