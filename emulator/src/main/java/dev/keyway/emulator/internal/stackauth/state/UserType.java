package dev.keyway.emulator.internal.stackauth.state;

import java.util.Optional;

/** The three kinds of user that have keys and issuers of their own. */
public enum UserType {
  NORMAL("projects", ""),
  RESTRICTED("projects-restricted-users", ":restricted"),
  ANONYMOUS("projects-anonymous-users", ":anon");

  private final String issuerPath;
  private final String audienceSuffix;

  UserType(String issuerPath, String audienceSuffix) {
    this.issuerPath = issuerPath;
    this.audienceSuffix = audienceSuffix;
  }

  public String audience(String projectId) {
    return projectId + audienceSuffix;
  }

  public String issuer(String publicUrl, String projectId) {
    return publicUrl + "/api/v1/" + issuerPath + "/" + projectId;
  }

  /** The kind that an audience names. */
  public static Optional<UserType> ofAudience(String audience) {
    int colon = audience.indexOf(':');
    String suffix = colon < 0 ? "" : audience.substring(colon);
    for (UserType type : values()) {
      if (type.audienceSuffix.equals(suffix)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The project that an audience names. */
  public static String projectOfAudience(String audience) {
    int colon = audience.indexOf(':');
    return colon < 0 ? audience : audience.substring(0, colon);
  }
}
