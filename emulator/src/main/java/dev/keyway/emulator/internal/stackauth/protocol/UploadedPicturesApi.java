package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.pipeline.RoutedRequest;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the pictures that were uploaded. The vendor has a storage of its own in this place, so the
 * routes are the emulator's.
 */
public final class UploadedPicturesApi implements VendorApi {
  private final Directory<StackAuthProject> projects;
  private final RouteTable<Shown> routes = new RouteTable<>();

  @Inject
  UploadedPicturesApi(Directory<StackAuthProject> projects) {
    this.projects = projects;
    add("users/{user_id}", "pictures.user", UploadedPicturesApi::ofUser);
    add("teams/{team_id}", "pictures.team", UploadedPicturesApi::ofTeam);
    add("members/{team_id}/{user_id}", "pictures.member", UploadedPicturesApi::ofMember);
  }

  /** Finds what is kept as the picture of what a path names. */
  private interface Shown {
    Optional<String> kept(StackAuthProject project, Map<String, String> path);
  }

  private void add(String owner, String operation, Shown shown) {
    String template = UploadedPictures.BASE + "{project_id}/" + owner + "/{name}";
    routes.add(new Route<>(HttpMethod.GET, template, operation, Provenance.INFERRED, shown));
  }

  @Override
  public String provider() {
    return "pictures";
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(UploadedPictures.BASE);
  }

  @Override
  public List<Operation> operations() {
    return routes.routes().stream().map(Route::describe).toList();
  }

  @Override
  public RoutedRequest route(Request request) {
    RouteTable.Match<Shown> match = routes.match(request.method(), request.path());
    if (match instanceof RouteTable.WrongMethod<Shown> wrong) {
      Response response = Response.empty(405).withHeader("allow", wrong.allow());
      return nobodys(request, response);
    }
    if (match instanceof RouteTable.Found<Shown> found) {
      Optional<StackAuthProject> project = projects.find(found.parameters().get("project_id"));
      Shown shown = found.route().endpoint();
      if (project.isPresent() && shown != null) {
        return new RoutedRequest(
            project.get().context(),
            found.route().operation(),
            found.route().template(),
            Optional.empty(),
            () -> true,
            () -> answer(project.get(), shown, found.parameters()),
            status -> Response.text(status, "HTTP " + status));
      }
    }
    return nobodys(request, missing());
  }

  /** What belongs to no world. */
  private static RoutedRequest nobodys(Request request, Response response) {
    return new RoutedRequest(
        null,
        "pictures.unknown",
        request.path(),
        Optional.empty(),
        () -> false,
        () -> response,
        status -> Response.text(status, "HTTP " + status));
  }

  private static Response answer(StackAuthProject project, Shown shown, Map<String, String> path) {
    return project
        .exclusively(() -> shown.kept(project, path))
        .filter(UploadedPictures::isUpload)
        .filter(kept -> UploadedPictures.name(kept).equals(path.get("name")))
        .flatMap(UploadedPicturesApi::picture)
        .orElseGet(UploadedPicturesApi::missing);
  }

  private static Response missing() {
    return Response.text(404, "There is no such picture.");
  }

  private static Optional<String> ofUser(StackAuthProject project, Map<String, String> path) {
    return project
        .users()
        .byId(path.getOrDefault("user_id", ""))
        .flatMap(user -> user.get(StackAuthUserRows.PROFILE_IMAGE_URL));
  }

  private static Optional<String> ofTeam(StackAuthProject project, Map<String, String> path) {
    return project
        .teams()
        .byId(path.getOrDefault("team_id", ""))
        .flatMap(team -> team.get(StackAuthTeamRows.PICTURE));
  }

  private static Optional<String> ofMember(StackAuthProject project, Map<String, String> path) {
    return project
        .teams()
        .membership(path.getOrDefault("team_id", ""), path.getOrDefault("user_id", ""))
        .flatMap(member -> member.profile().get(StackAuthTeamRows.PROFILE_PICTURE));
  }

  /** What the data URL holds; empty where its content is no Base64. */
  private static Optional<Response> picture(String kept) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(kept.substring(kept.indexOf(',') + 1));
      String type =
          UploadedPictures.type(kept).equals("jpg") ? "jpeg" : UploadedPictures.type(kept);
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
