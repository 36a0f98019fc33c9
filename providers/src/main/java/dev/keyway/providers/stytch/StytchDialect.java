package dev.keyway.providers.stytch;

import dev.keyway.ErrorCode;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Dialect;
import java.util.Optional;

/**
 * Stytch's error bodies. Their texts are left out: they are free text and may quote what was sent.
 */
final class StytchDialect implements Dialect {

  @Override
  public Optional<String> requestId(Answer answer) {
    return answer.text("request_id");
  }

  @Override
  public RuntimeException failure(Answer answer) {
    Optional<String> type = answer.text("error_type").filter(text -> text.length() <= 128);
    Optional<ErrorCode> code = type.flatMap(StytchErrors::of);
    return code.isPresent()
        ? answer.refused(code.get(), type, Optional.empty())
        : answer.unrecognised(type);
  }
}
