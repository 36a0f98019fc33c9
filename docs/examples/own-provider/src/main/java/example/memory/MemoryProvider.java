package example.memory;

import dev.keyway.Capability;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.ProviderContext;
import java.util.Set;

/** What works, and where it is. */
final class MemoryProvider implements AuthProvider {
  private final Areas areas;

  MemoryProvider(Directory directory, ProviderContext context) {
    SignIns signIns = new SignIns(directory, context.clock(), context.random());
    this.areas =
        Areas.builder()
            .passwords(new MemoryPasswords(directory, signIns, context))
            .sessions(new MemorySessions(directory, signIns, context))
            .users(new MemoryUsers(directory, context))
            .build();
  }

  @Override
  public String id() {
    return MemoryProviderFactory.ID;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.PASSWORD_SIGN_UP,
        Capability.PASSWORD_SIGN_IN,
        Capability.SESSION_VERIFY,
        Capability.SESSION_AUTHENTICATE,
        Capability.SESSION_REFRESH,
        Capability.SESSION_LIST,
        Capability.SESSION_REVOKE,
        Capability.SESSION_SIGN_OUT,
        Capability.USER_CREATE,
        Capability.USER_FIND,
        Capability.USER_DELETE);
  }

  @Override
  public Areas areas() {
    return areas;
  }

  /** The directory outlives its clients. */
  @Override
  public void close() {}
}
