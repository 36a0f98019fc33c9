package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The tokens that mailed links carry. */
public final class LinkTokens {
  /** Kind of the tokens that sign in. */
  public static final CodeKind<Link.Mailed> MAGIC_LINK = new CodeKind<>("magic_link");

  /** Kind of the tokens that let a password be chosen. */
  public static final CodeKind<Link.Mailed> PASSWORD_RESET = new CodeKind<>("password_reset");

  public static final Field<String> LOGIN_TEMPLATE_ID = Field.text("login_template_id");

  public static final Field<String> SIGNUP_TEMPLATE_ID = Field.text("signup_template_id");

  private static final int TOKEN_BYTES = 32;
  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 10_080;

  private LinkTokens() {}

  /**
   * Where a token comes from.
   *
   * @param user who it is for
   * @param address where it is sent
   * @param challenge the PKCE challenge; empty when there is none
   * @param attributes of the browser that asked for it
   */
  public record Origin(StytchUser user, Address address, String challenge, Attributes attributes) {}

  /**
   * A token that is known.
   *
   * @param code the token, used or expired ones included
   * @param user whose it is
   * @param address where it was sent
   */
  public record Proof(OneTimeCode<Link.Mailed> code, StytchUser user, Address address) {}

  /** Makes a token. */
  public static OneTimeCode<Link.Mailed> issue(
      StytchProject project, CodeKind<Link.Mailed> kind, Duration life, Origin origin) {
    Link.Mailed facts =
        new Link.Mailed(
            origin.user().id(), origin.address().id(), origin.challenge(), origin.attributes());
    String value = project.context().random().base64Url(TOKEN_BYTES);
    return project.codes().issue(kind, value, life, facts);
  }

  /** A token of that kind, if its user and address still exist. */
  public static Optional<Proof> find(
      StytchProject project, CodeKind<Link.Mailed> kind, String value) {
    return project
        .codes()
        .find(kind, value)
        .flatMap(
            code ->
                project
                    .users()
                    .byId(code.facts().userId())
                    .flatMap(
                        user ->
                            user.address(code.facts().addressId())
                                .map(address -> new Proof(code, user, address))));
  }

  /**
   * How long a link should live.
   *
   * @throws StytchFailure {@code invalid_expiration} outside 5 minutes to a week
   */
  public static Duration life(Values body, Field<BigDecimal> field, int defaultMinutes) {
    OptionalInt minutes = Bodies.whole(body, field);
    int asked = minutes.orElse(defaultMinutes);
    if (asked < SHORTEST_MINUTES || asked > LONGEST_MINUTES) {
      throw StytchError.INVALID_EXPIRATION.failure();
    }
    return Duration.ofMinutes(asked);
  }

  /** Refuses templates: a project of the emulator has none but the default ones. */
  @SafeVarargs
  public static void requireDefaultTemplate(Values body, Field<String>... fields) {
    for (Field<String> field : fields) {
      if (body.find(field).isPresent()) {
        throw StytchError.EMAIL_TEMPLATE_NOT_FOUND.failure();
      }
    }
  }
}
