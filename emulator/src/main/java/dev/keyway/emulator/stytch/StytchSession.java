package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Session;
import dev.keyway.emulator.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session with the proofs that it rests on. */
final class StytchSession extends Session {
  private final List<Factor> factors = new ArrayList<>();
  private final List<String> roles;
  private ObjectNode customClaims = Json.object();

  StytchSession(
      String id,
      String userId,
      String token,
      Instant createdAt,
      Instant expiresAt,
      List<String> roles) {
    super(id, userId, token, createdAt, expiresAt);
    this.roles = List.copyOf(roles);
  }

  /** Oldest first. */
  List<Factor> factors() {
    return List.copyOf(factors);
  }

  /** Adds a proof; one that is there already is brought up to date. */
  void prove(Factor factor) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).sameAs(factor)) {
        factors.set(i, factors.get(i).provedAgain(factor.provedAt()));
        return;
      }
    }
    factors.add(factor);
  }

  List<String> roles() {
    return roles;
  }

  ObjectNode customClaims() {
    return customClaims;
  }

  void customClaims(ObjectNode claims) {
    this.customClaims = claims;
  }

  /** An impersonated session keeps the end it was born with. */
  boolean impersonated() {
    return factors.stream().anyMatch(factor -> factor.type().equals("impersonated"));
  }
}
