package dev.keyway.emulator.internal.world;

import dagger.Lazy;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.UnaryOperator;

/** Worlds for projects that are made by the vendor's own routes. */
@Singleton
final class VendorProjects implements ProjectHost {
  private static final String INTERNAL = StackAuthKeys.INTERNAL.projectId();

  private final Lazy<Worlds> worlds;
  private final Directory<StackAuthProject> directory;

  @Inject
  VendorProjects(Lazy<Worlds> worlds, Directory<StackAuthProject> directory) {
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
                worlds
                    .get()
                    .open(
                        WorldSpec.defaults()
                            .named(INTERNAL)
                            .stackAuth(
                                settings ->
                                    settings
                                        .displayName("Stack Dashboard")
                                        .magicLinkEnabled(true)
                                        .passkeyEnabled(true)),
                        StackAuthKeys.INTERNAL)
                    .stackAuthProject());
  }

  @Override
  public StackAuthProject open(String name, UnaryOperator<StackAuthSettings.Builder> change) {
    WorldSpec spec = WorldSpec.defaults().named(name).stackAuth(change);
    return worlds.get().open(spec).stackAuthProject();
  }

  @Override
  public void close(StackAuthProject project) {
    worlds.get().all().stream()
        .filter(world -> world.stackAuthProject() == project)
        .forEach(LiveWorld::close);
  }

  @Override
  public List<StackAuthProject> projects() {
    return worlds.get().all().stream().map(LiveWorld::stackAuthProject).toList();
  }
}
