package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.http.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proof that a session rests on.
 *
 * @param type the vendor's type, for example {@code otp}
 * @param deliveryMethod the vendor's delivery method, for example {@code sms}
 * @param detailName the one nested object, for example {@code phone_number_factor}
 * @param detail what it holds
 * @param createdAt when it was first proved in this session
 * @param provedAt when it was last proved
 */
record Factor(
    String type,
    String deliveryMethod,
    String detailName,
    ObjectNode detail,
    Instant createdAt,
    Instant provedAt) {

  /** A password. Inferred: it names the address that it was given with. */
  static Factor password(Address email, Instant now) {
    return new Factor("password", "knowledge", "email_factor", emailDetail(email), now, now);
  }

  static ObjectNode emailDetail(Address email) {
    return Json.object().put("email_id", email.id()).put("email_address", email.value());
  }

  /** Whether both are the same proof, given twice. */
  boolean sameAs(Factor other) {
    return type.equals(other.type)
        && deliveryMethod.equals(other.deliveryMethod)
        && detail.equals(other.detail);
  }

  /** This proof, given once more. */
  Factor provedAgain(Instant now) {
    return new Factor(type, deliveryMethod, detailName, detail, createdAt, now);
  }

  /** As sessions show it. */
  ObjectNode json() {
    return json(
        Timestamps.micros(provedAt), Timestamps.micros(createdAt), Timestamps.micros(provedAt));
  }

  /** As the claims of a JWT show it: whole seconds. */
  ObjectNode claim() {
    return json(
        Timestamps.seconds(provedAt), Timestamps.seconds(createdAt), Timestamps.seconds(provedAt));
  }

  private ObjectNode json(
      @Nullable String lastAuthenticated, @Nullable String created, @Nullable String updated) {
    ObjectNode json =
        Json.object()
            .put("type", type)
            .put("delivery_method", deliveryMethod)
            .put("last_authenticated_at", lastAuthenticated)
            .put("created_at", created)
            .put("updated_at", updated);
    json.set(detailName, detail);
    return json;
  }
}
