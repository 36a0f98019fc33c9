package dev.keyway.providers.stytch;

import dev.keyway.Secret;
import dev.keyway.providers.flow.CallbackParameters;
import java.util.Set;
import java.util.regex.Pattern;

/** The two parameters that Stytch adds to every redirect. */
final class Callbacks {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_=.~+/-]{1,512}");

  private Callbacks() {}

  /** The token, if the redirect belongs to this flow. */
  static Secret token(CallbackParameters callback, Set<String> types) {
    if (!types.contains(callback.required("stytch_token_type"))) {
      throw CallbackParameters.invalid("belongs to another flow");
    }
    String token = callback.required("token");
    if (!TOKEN.matcher(token).matches()) {
      throw CallbackParameters.invalid("has a token of a form that is never issued");
    }
    return Secret.of(token);
  }
}
