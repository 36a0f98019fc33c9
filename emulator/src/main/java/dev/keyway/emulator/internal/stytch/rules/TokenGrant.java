package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to get tokens from the token endpoint of a project. A new one is bound in the module. */
public interface TokenGrant {
  /** The {@code grant_type} by which it is asked for. */
  String type();

  /** The parameters that it reads beside those of every grant. */
  List<Field<String>> parameters();

  /** What it refuses a request with. */
  Set<StytchError> errors();

  /**
   * The fields of the answer.
   *
   * @param client what the client says of itself, in the body or by the Basic scheme, not yet
   *     checked; empty if it says nothing
   * @throws StytchFailure one of the {@link #errors()}
   */
  ObjectNode answer(StytchCall call, Optional<ClientCredentials> client);
}
