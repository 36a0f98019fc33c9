package dev.keyway.providers.stackauth.rules;

import dev.keyway.providers.flow.CallbackParameters;
import java.net.URI;
import java.util.Locale;

/** The URI that a mailed link leads to: the callback with one parameter more. */
public final class LinkCallback {

  private LinkCallback() {}

  public static String code(URI callback) {
    String code = CallbackParameters.of(callback).required("code").toLowerCase(Locale.ROOT);
    if (!VerificationCode.isWellFormed(code)) {
      throw CallbackParameters.invalid("has a code that stack-auth never issues");
    }
    return code;
  }
}
