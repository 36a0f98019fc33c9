package dev.keyway.emulator.internal.stackauth.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an outside provider answers: one that lacks something is told as unavailable. */
final class OutsideAnswer {

  private OutsideAnswer() {}

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static String text(JsonNode answer, String name) {
    return Optional.ofNullable(answer.path(name).textValue())
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> unavailable("The outside provider's answer lacks " + name + "."));
  }

  static URI address(JsonNode answer, String name) {
    return Urls.absolute(text(answer, name))
        .filter(OutsideAnswer::isAddress)
        .orElseThrow(() -> unavailable("The outside provider's " + name + " is no address."));
  }

  private static boolean isAddress(URI url) {
    return url.getHost() != null
        && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
  }

  static StackAuthFailure unavailable(String cause) {
    return KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE.failure().because(cause);
  }
}
