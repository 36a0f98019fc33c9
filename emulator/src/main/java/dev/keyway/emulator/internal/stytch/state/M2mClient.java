package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.util.List;
import java.util.Map;

/**
 * A machine that gets tokens with a secret of its own.
 *
 * @param sequence grows with every client: the order in which they are listed
 * @param id client id
 * @param name may be empty
 * @param description may be empty
 * @param active whether it gets tokens
 * @param scopes what its tokens may say
 * @param metadata what the application keeps with it
 * @param secrets what it signs in with
 */
public record M2mClient(
    long sequence,
    String id,
    String name,
    String description,
    boolean active,
    List<String> scopes,
    @NotInSnapshot("nobody changes it after it was made") Map<String, Object> metadata,
    ClientSecrets secrets) {
  /** Copies the scopes. */
  public M2mClient {
    scopes = List.copyOf(scopes);
  }

  /** The same with other secrets. */
  public M2mClient with(ClientSecrets changed) {
    return new M2mClient(sequence, id, name, description, active, scopes, metadata, changed);
  }

  /** The id, no secret. */
  @Override
  public String toString() {
    return "M2mClient[" + id + "]";
  }
}
