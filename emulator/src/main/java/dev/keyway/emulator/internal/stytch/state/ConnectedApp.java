package dev.keyway.emulator.internal.stytch.state;

import java.util.List;

/**
 * An application that signs its users in with this project.
 *
 * @param sequence grows with every app: the order in which they are listed
 * @param id client id
 * @param type whose it is, and whether it can keep a secret
 * @param details what may be changed of it
 * @param secrets what it signs in with; none if it is public
 */
public record ConnectedApp(
    long sequence, String id, Type type, Details details, ClientSecrets secrets) {
  /** The same with other details. */
  public ConnectedApp with(Details changed) {
    return new ConnectedApp(sequence, id, type, changed, secrets);
  }

  /** The same with other secrets. */
  public ConnectedApp with(ClientSecrets changed) {
    return new ConnectedApp(sequence, id, type, details, changed);
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
