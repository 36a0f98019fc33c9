package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pictures that were sent as data URLs. They are kept as such with whom they show, so that seeds
 * and checkpoints have them, and shown as URLs of the emulator, which are good for as long as the
 * picture stays. {@link UploadedPicturesApi} serves them.
 */
public final class UploadedPictures {
  static final String BASE = "/_emulator/pictures/";
  private static final Pattern UPLOAD =
      Pattern.compile("data:image/(png|jpg|jpeg|gif|bmp|webp);base64,");

  private UploadedPictures() {}

  /** Whether it is a picture in a data URL. */
  public static boolean isUpload(String sent) {
    return UPLOAD.matcher(sent).lookingAt();
  }

  /** A user's own picture as it is shown. */
  public static Optional<String> shown(StackAuthProject project, StackAuthUser user) {
    return user.get(StackAuthUserRows.PROFILE_IMAGE_URL)
        .map(kept -> shown(project, "users/" + user.id(), kept));
  }

  /** A team's picture as it is shown. */
  public static Optional<String> shown(StackAuthProject project, Team team) {
    return team.get(StackAuthTeamRows.PICTURE)
        .map(kept -> shown(project, "teams/" + team.id(), kept));
  }

  /** The picture that a user has in one team only, as it is shown. */
  public static Optional<String> shown(StackAuthProject project, Membership member) {
    return member
        .profile()
        .get(StackAuthTeamRows.PROFILE_PICTURE)
        .map(kept -> shown(project, "members/" + member.teamId() + "/" + member.userId(), kept));
  }

  private static String shown(StackAuthProject project, String owner, String kept) {
    return isUpload(kept)
        ? project.context().publicUrl() + BASE + project.id() + "/" + owner + "/" + name(kept)
        : kept;
  }

  /** Another picture has another name, whatever a browser has kept of the last one. */
  static String name(String kept) {
    return Integer.toHexString(kept.hashCode()) + "." + type(kept);
  }

  static String type(String kept) {
    return kept.substring("data:image/".length(), kept.indexOf(';'));
  }
}
