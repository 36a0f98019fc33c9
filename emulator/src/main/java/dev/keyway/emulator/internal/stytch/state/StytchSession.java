package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session with what Stytch adds. */
public final class StytchSession extends Session {
  public final Attributes attributes;
  public final List<Factor> factors = new ArrayList<>();
  public ObjectNode customClaims = Json.object();

  public StytchSession(
      String id,
      String userId,
      String token,
      Instant createdAt,
      Instant expiresAt,
      Attributes attributes) {
    super(id, userId, token, createdAt, expiresAt);
    this.attributes = attributes;
  }

  /** The same session, to be changed apart from {@code other}. */
  StytchSession(StytchSession other) {
    super(other);
    this.attributes = other.attributes;
    this.factors.addAll(other.factors);
    this.customClaims = other.customClaims.deepCopy();
  }

  /** Whether somebody who runs the project acts as the user. Its end cannot be changed. */
  public boolean impersonated() {
    return factors.stream().anyMatch(Factor::isImpersonation);
  }

  /** Records a proof. */
  public void add(Factor factor) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).sameAs(factor)) {
        factors.set(i, factors.get(i).provedAgain(factor.provedAt()));
        return;
      }
    }
    factors.add(factor);
  }
}
