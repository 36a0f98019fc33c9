package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param secret what it signs in with
 * @param nextSecret while its secret is being replaced: the one to come, which works already
 */
public record M2mClient(
    long sequence,
    String id,
    String name,
    String description,
    boolean active,
    List<String> scopes,
    @NotInSnapshot("nobody changes it after it was made") Map<String, Object> metadata,
    String secret,
    @Nullable String nextSecret) {
  private static final int TAIL = 4;

  /** Copies the scopes. */
  public M2mClient {
    scopes = List.copyOf(scopes);
  }

  /** Whether it may sign in with a secret now. */
  public boolean accepts(String candidate) {
    boolean present = ConstantTime.equal(secret, candidate);
    boolean next = nextSecret != null && ConstantTime.equal(nextSecret, candidate);
    return present || next;
  }

  /** The same, whose secret is going to be replaced; null if it no longer is. */
  public M2mClient expecting(@Nullable String next) {
    return new M2mClient(sequence, id, name, description, active, scopes, metadata, secret, next);
  }

  /** The same with another secret, and none to come. */
  public M2mClient with(String replaced) {
    return new M2mClient(sequence, id, name, description, active, scopes, metadata, replaced, null);
  }

  /** The end of a secret, by which people tell secrets apart. */
  public static String lastFour(String secret) {
    return secret.substring(Math.max(0, secret.length() - TAIL));
  }

  /** The id, no secret. */
  @Override
  public String toString() {
    return "M2mClient[" + id + "]";
  }
}
