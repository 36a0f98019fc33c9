package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.token.ConstantTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that signs its users in with this project.
 *
 * @param sequence grows with every app: the order in which they are listed
 * @param id client id
 * @param type whose it is, and whether it can keep a secret
 * @param details what may be changed of it
 * @param secret what it signs in with; null if it is public
 * @param nextSecret while its secret is being replaced: the one to come, which works already
 */
public record ConnectedApp(
    long sequence,
    String id,
    Type type,
    Details details,
    @Nullable String secret,
    @Nullable String nextSecret) {
  /** Whether it may sign in with a secret now. */
  public boolean accepts(String candidate) {
    boolean present = secret != null && ConstantTime.equal(secret, candidate);
    boolean next = nextSecret != null && ConstantTime.equal(nextSecret, candidate);
    return present || next;
  }

  /** The same with other details. */
  public ConnectedApp with(Details changed) {
    return new ConnectedApp(sequence, id, type, changed, secret, nextSecret);
  }

  /** The same with other secrets; {@code next} is null if the first is not being replaced. */
  public ConnectedApp with(@Nullable String present, @Nullable String next) {
    return new ConnectedApp(sequence, id, type, details, present, next);
  }

  /** The id, no secret. */
  @Override
  public String toString() {
    return "ConnectedApp[" + id + "]";
  }

  /** Whose an app is, and whether it can keep a secret. */
  public enum Type {
    FIRST_PARTY(false, false),
    FIRST_PARTY_PUBLIC(false, true),
    THIRD_PARTY(true, false),
    THIRD_PARTY_PUBLIC(true, true);

    private final boolean foreign;
    private final boolean open;

    Type(boolean foreign, boolean open) {
      this.foreign = foreign;
      this.open = open;
    }

    /** Whether it belongs to somebody else than the project. */
    public boolean isThirdParty() {
      return foreign;
    }

    /** Whether it has no secret, like an app on a phone. */
    public boolean isPublic() {
      return open;
    }
  }

  /**
   * What may be changed of an app.
   *
   * @param name may be empty
   * @param description may be empty
   * @param redirectUrls where codes may be sent
   * @param fullAccess whether its tokens may be exchanged for sessions
   * @param tokenMinutes how long its access tokens live
   * @param audience one more audience of its access tokens; empty if none
   * @param tokenTemplate custom claims of its access tokens, as JSON; may be empty
   * @param idTokenTemplate custom claims of its ID tokens, as JSON; may be empty
   * @param logoutUrls where browsers may be sent after a sign-out
   * @param logoUrl what consent pages show; empty if none
   * @param bypassesConsent whether it gets refresh tokens without consent
   */
  public record Details(
      String name,
      String description,
      List<String> redirectUrls,
      boolean fullAccess,
      int tokenMinutes,
      String audience,
      String tokenTemplate,
      String idTokenTemplate,
      List<String> logoutUrls,
      String logoUrl,
      boolean bypassesConsent) {
    /** An app of which nothing is said. */
    public static final Details NONE =
        new Details("", "", List.of(), false, 60, "", "", "", List.of(), "", false);

    /** Copies the lists. */
    public Details {
      redirectUrls = List.copyOf(redirectUrls);
      logoutUrls = List.copyOf(logoutUrls);
    }
  }
}
