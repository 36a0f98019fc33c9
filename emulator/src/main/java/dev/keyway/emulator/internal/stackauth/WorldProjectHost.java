package dev.keyway.emulator.internal.stackauth;

import dagger.Lazy;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.vendor.OpenWorlds;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Worlds for projects that are made by the vendor's own routes. */
@Singleton
final class WorldProjectHost implements ProjectHost {
  private static final String INTERNAL = StackAuthKeys.INTERNAL.projectId();

  private final Lazy<OpenWorlds> worlds;
  private final Directory<StackAuthProject> directory;
  private final Set<StackAuthProject> made = Collections.newSetFromMap(new IdentityHashMap<>());

  @Inject
  WorldProjectHost(Lazy<OpenWorlds> worlds, Directory<StackAuthProject> directory) {
    this.worlds = worlds;
    this.directory = directory;
  }

  @Override
  public StackAuthProject internal() {
    return directory.find(INTERNAL).orElseGet(this::openInternal);
  }

  private synchronized StackAuthProject openInternal() {
    return directory
        .find(INTERNAL)
        .orElseGet(
            () ->
                own(
                    worlds
                        .get()
                        .open(
                            WorldSpec.vendorDefaults()
                                .named(INTERNAL)
                                .stackAuth(
                                    settings ->
                                        settings
                                            .displayName("Stack Dashboard")
                                            .magicLinkEnabled(true)
                                            .passkeyEnabled(true)
                                            .createTeamOnSignUp(true)),
                            (vendor, place) ->
                                vendor instanceof StackAuthVendor stackAuth
                                    ? stackAuth.open(place, StackAuthKeys.INTERNAL)
                                    : vendor.open(place))));
  }

  @Override
  public synchronized Optional<StackAuthProject> open(
      String name, UnaryOperator<StackAuthSettings.Builder> change) {
    made.retainAll(projects());
    if (made.size() >= MOST) {
      return Optional.empty();
    }
    WorldSpec spec = WorldSpec.vendorDefaults().named(name).stackAuth(change);
    StackAuthProject project = own(worlds.get().open(spec, (vendor, place) -> vendor.open(place)));
    made.add(project);
    return Optional.of(project);
  }

  @Override
  public void close(StackAuthProject project) {
    ours(worlds.get().projects())
        .filter(open -> open.project() == project)
        .toList()
        .forEach(worlds.get()::closeWorldOf);
  }

  @Override
  public List<StackAuthProject> projects() {
    return ours(worlds.get().projects()).map(OpenStackAuthProject::project).toList();
  }

  private static StackAuthProject own(List<VendorProject> world) {
    return ours(world).findFirst().orElseThrow().project();
  }

  private static Stream<OpenStackAuthProject> ours(List<VendorProject> projects) {
    return projects.stream()
        .filter(OpenStackAuthProject.class::isInstance)
        .map(OpenStackAuthProject.class::cast);
  }
}
