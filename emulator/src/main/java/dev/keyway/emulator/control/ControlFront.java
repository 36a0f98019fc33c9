package dev.keyway.emulator.control;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.HouseError;
import dev.keyway.emulator.http.HouseFront;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;

/** The control API. */
final class ControlFront implements HouseFront {
  private static final String BASE = "/_emulator";

  @Inject
  ControlFront() {}

  @Override
  public boolean owns(String path) {
    return path.equals(BASE) || path.startsWith(BASE + "/");
  }

  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Answer answer(Exchange exchange, AuthEmulator emulator) {
    if (exchange.path().equals(BASE + "/health")) {
      return Answer.json(200, Json.object().put("status", "ok"));
    }
    return HouseError.answer(404, "not_found", "There is no such path in the control API.");
  }
}
