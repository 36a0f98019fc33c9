package dev.keyway.interop;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.stytch.java.common.OptionalClientConfig;
import com.stytch.java.common.StytchException;
import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import dev.keyway.emulator.World;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The vendor's SDK, and what its calls come to. */
final class Sdk {

  private static final int TIMEOUT_SECONDS = 300;

  private Sdk() {}

  static StytchClient open(World world) {
    return new StytchClient(
        world.stytch().projectId(),
        world.stytch().secret(),
        new OptionalClientConfig(world.stytch().baseUrl().toString()));
  }

  static <T> T success(CompletableFuture<StytchResult<T>> call) {
    StytchResult<T> result = get(call);
    if (result instanceof StytchResult.Success<T> success) {
      return success.getValue();
    }
    throw new AssertionError("The SDK reports " + ((StytchResult.Error) result).getException());
  }

  /** The type of the error that the SDK reports. */
  static <T> String error(CompletableFuture<StytchResult<T>> call) {
    StytchException failure = assertInstanceOf(StytchResult.Error.class, get(call)).getException();
    return assertInstanceOf(StytchException.Response.class, failure).getReason().getErrorType();
  }

  static <T> StytchResult<T> get(CompletableFuture<StytchResult<T>> call) {
    try {
      return call.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("The SDK's call did not end", e);
    }
  }
}
