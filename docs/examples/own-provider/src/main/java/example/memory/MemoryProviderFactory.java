package example.memory;

import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.util.Set;

/** Makes the provider {@code memory}; its one setting names the directory of users. */
public final class MemoryProviderFactory implements AuthProviderFactory {
  static final String ID = "memory";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<String> keys() {
    return Set.of("directory");
  }

  @Override
  public AuthProvider create(ProviderContext context) {
    return new MemoryProvider(
        Directory.named(context.config().required("memory.directory")), context);
  }
}
