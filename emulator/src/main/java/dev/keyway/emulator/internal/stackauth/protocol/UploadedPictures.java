package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.pipeline.RoutedRequest;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures that were sent as data URLs. They are kept as such with whom they show, so that seeds
 * and checkpoints have them, and shown as URLs of the emulator, which are good for as long as the
 * picture stays.
 */
public final class UploadedPictures {
  private static final String BASE = "/_emulator/pictures/";
  private static final Pattern UPLOAD =
      Pattern.compile("data:image/(png|jpg|jpeg|gif|bmp|webp);base64,(.*)", Pattern.DOTALL);

  private static final Pattern PATH =
      Pattern.compile(
          BASE
              + "(?<project>[^/]+)/(?<owner>users/(?<user>[^/]+)|teams/(?<team>[^/]+)"
              + "|members/(?<memberOf>[^/]+)/(?<member>[^/]+))/(?<name>[^/]+)");

  private final Directory<StackAuthProject> projects;

  @Inject
  UploadedPictures(Directory<StackAuthProject> projects) {
    this.projects = projects;
  }

  /** Whether it is a picture in a data URL. */
  public static boolean isUpload(String sent) {
    return UPLOAD.matcher(sent).matches();
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
  private static String name(String kept) {
    return Integer.toHexString(kept.hashCode()) + "." + type(kept);
  }

  private static String type(String kept) {
    return kept.substring("data:image/".length(), kept.indexOf(';'));
  }

  static boolean owns(String path) {
    return path.startsWith(BASE);
  }

  RoutedRequest route(Request request) {
    Matcher path = PATH.matcher(request.path());
    StackAuthProject project =
        path.matches() ? projects.find(path.group("project")).orElse(null) : null;
    return new RoutedRequest(
        project == null ? null : project.context(),
        "stackauth.picture",
        BASE + "{project_id}/{owner}/{name}",
        Optional.empty(),
        () -> true,
        () -> {
          if (!request.method().equals("GET")) {
            return Response.empty(405);
          }
          return Optional.ofNullable(project)
              .flatMap(known -> known.exclusively(() -> kept(known, path)))
              .filter(kept -> isUpload(kept) && name(kept).equals(path.group("name")))
              .flatMap(UploadedPictures::picture)
              .orElseGet(() -> Response.text(404, "There is no such picture."));
        },
        status -> Response.text(status, "HTTP " + status));
  }

  private static Optional<String> kept(StackAuthProject project, Matcher path) {
    if (path.group("user") != null) {
      return project
          .users()
          .byId(path.group("user"))
          .flatMap(user -> user.get(StackAuthUserRows.PROFILE_IMAGE_URL));
    }
    if (path.group("team") != null) {
      return project
          .teams()
          .byId(path.group("team"))
          .flatMap(team -> team.get(StackAuthTeamRows.PICTURE));
    }
    return project
        .teams()
        .membership(path.group("memberOf"), path.group("member"))
        .flatMap(member -> member.profile().get(StackAuthTeamRows.PROFILE_PICTURE));
  }

  /** What the data URL holds; empty where its content is no Base64. */
  private static Optional<Response> picture(String kept) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(kept.substring(kept.indexOf(',') + 1));
      String type = type(kept).equals("jpg") ? "jpeg" : type(kept);
      return Optional.of(
          Response.bytes(200, "image/" + type, bytes)
              .withHeader("cache-control", "no-cache")
              .withHeader("content-security-policy", "default-src 'none'")
              .withHeader("cross-origin-resource-policy", "cross-origin")
              .withHeader("x-content-type-options", "nosniff"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
