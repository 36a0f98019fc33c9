package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.PasswordPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Judges passwords by a project's policy. */
@Singleton
public final class PasswordStrength {
  /** What it refuses a password with. */
  public static final Set<StytchError> ERRORS =
      Set.of(StytchError.WEAK_PASSWORD, StytchError.BREACHED_PASSWORD);

  private static final int STRONG = 3;

  /** The estimator's time grows with the square of the length; more adds nothing to the score. */
  private static final int LONGEST_MEASURED = 100;

  @Inject
  PasswordStrength() {}

  /**
   * Refuses a password that a project's users may not have.
   *
   * @throws StytchFailure {@code weak_password} or {@code breached_password}, in this order
   */
  public void require(StytchProject project, String password) {
    if (!strong(project.settings().passwordPolicy(), password)) {
      throw StytchError.WEAK_PASSWORD.failure();
    }
    if (breached(project, password)) {
      throw StytchError.BREACHED_PASSWORD.failure();
    }
  }

  /** Whether a password is known from a breach, as far as the project wants to know. */
  public boolean breached(StytchProject project, String password) {
    return project.settings().breachDetection()
        && project.settings().breachedPasswords().contains(password);
  }

  /**
   * What the strength check answers.
   *
   * @param checkBreach whether breaches are asked for
   */
  public ObjectNode report(StytchProject project, String password, boolean checkBreach) {
    PasswordPolicy policy = project.settings().passwordPolicy();
    boolean breached = checkBreach && breached(project, password);
    ObjectNode json =
        Json.object()
            .put("valid_password", strong(policy, password) && !breached)
            .put("breached_password", breached)
            .put("breach_detection_on_create", project.settings().breachDetection());
    ObjectNode feedback = json.putObject("feedback");
    if (policy.kind() == PasswordPolicy.Kind.LUDS) {
      CharacterClasses classes = CharacterClasses.of(password);
      json.put("strength_policy", "luds").put("score", 0);
      // The vendor's typed SDKs refuse null here, though its pages show it.
      feedback.put("warning", "");
      feedback.putArray("suggestions");
      feedback.set("luds_requirements", classes.json(policy, password));
    } else {
      Strength strength = measure(password);
      json.put("strength_policy", "zxcvbn").put("score", strength.getScore());
      feedback.put("warning", strength.getFeedback().getWarning());
      List<String> suggestions = strength.getFeedback().getSuggestions();
      suggestions.forEach(feedback.putArray("suggestions")::add);
      feedback.putNull("luds_requirements");
    }
    return json;
  }

  /** Whether a secret of machines is hard to guess, by the same estimator. */
  public boolean hardToGuess(String secret) {
    return measure(secret).getScore() >= STRONG;
  }

  private boolean strong(PasswordPolicy policy, String password) {
    return policy.kind() == PasswordPolicy.Kind.LUDS
        ? CharacterClasses.of(password).satisfy(policy, password)
        : measure(password).getScore() >= STRONG;
  }

  private Strength measure(String password) {
    return Dictionaries.ZXCVBN.measure(
        password.length() <= LONGEST_MEASURED ? password : password.substring(0, LONGEST_MEASURED));
  }

  /** Read when the first password is measured: starting the emulator must not wait for them. */
  private static final class Dictionaries {
    static final Zxcvbn ZXCVBN = new Zxcvbn();
  }
}
