package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes and ends projects for the vendor's own routes. A project here is a whole world. */
public interface ProjectHost {
  /** As many may be open that were made by the vendor's routes: a loop must not fill the memory. */
  int MOST = 100;

  /** The project whose users make projects; made when first asked for. */
  StackAuthProject internal();

  /**
   * Opens a world for a new project. Where another world has the name, a number follows it.
   *
   * @return the project; empty when {@link #MOST} of them are open
   */
  Optional<StackAuthProject> open(String name, UnaryOperator<StackAuthSettings.Builder> change);

  /** Closes the world of a project. */
  void close(StackAuthProject project);

  /** The projects of all open worlds, oldest first. */
  List<StackAuthProject> projects();
}
