package dev.keyway.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.ErrorCode;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every call of every view has to keep, found by reflection, so that no call is forgotten. */
@ExtendWith(EmulatorExtension.class)
class ViewGuardTest {

  private static final Map<Vendor, Class<?>> VIEWS =
      Map.of(Vendor.STACK_AUTH, StackAuthServer.class, Vendor.STYTCH, StytchConsumer.class);

  /** One call of one area of a view. */
  private record Call(Method area, Method method) {

    static List<Call> of(Vendor vendor) {
      return Arrays.stream(view(vendor).getMethods())
          .flatMap(
              area ->
                  Stream.of(area.getReturnType().getMethods())
                      .filter(method -> !method.isDefault())
                      .map(method -> new Call(area, method)))
          .toList();
    }

    String operation(Vendor vendor) {
      String provider = vendor == Vendor.STACK_AUTH ? "stack-auth" : "stytch";
      return provider + "." + area.getName() + "." + method.getName();
    }

    @Nullable Object[] arguments() {
      return Arrays.stream(method.getParameterTypes()).map(ViewSamples::of).toArray();
    }

    void run(Object view, @Nullable Object[] arguments) {
      try {
        method.invoke(area.invoke(view), arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof AuthException failure) {
          throw failure;
        }
        throw new AssertionError(area.getName() + "." + method.getName(), e.getCause());
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Class<?> view(Vendor vendor) {
    return Objects.requireNonNull(VIEWS.get(vendor));
  }

  @ParameterizedTest
  @EnumSource
  void anArgumentThatIsNotThereIsRefusedUnsent(Vendor vendor, World world) {
    List<String> problems = new ArrayList<>();
    try (AuthClient client = Vendors.client(vendor, world).build()) {
      for (Call call : Call.of(vendor)) {
        for (int i = 0; i < call.method().getParameterCount(); i++) {
          @Nullable Object[] arguments = call.arguments();
          arguments[i] = null;
          boolean primitive = call.method().getParameterTypes()[i].isPrimitive();
          if (!primitive
              && outcome(() -> call.run(client.unwrap(view(vendor)), arguments))
                  != ErrorCode.INVALID_ARGUMENT) {
            problems.add(call.operation(vendor) + " without argument " + i);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
    assertEquals(List.of(), world.ledger().entries());
  }

  private static @Nullable ErrorCode outcome(Runnable call) {
    try {
      call.run();
      return null;
    } catch (AuthException e) {
      return e.code();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallAfterTheEndIsRefusedUnsent(Vendor vendor, World world) {
    AuthClient client = Vendors.client(vendor, world).build();
    Object view = client.unwrap(view(vendor));
    client.close();
    for (Call call : Call.of(vendor)) {
      assertEquals(
          ErrorCode.CLIENT_CLOSED,
          outcome(() -> call.run(view, call.arguments())),
          () -> call.operation(vendor));
    }
    assertEquals(List.of(), world.ledger().entries());
  }

  @ParameterizedTest
  @EnumSource
  void observersSeeEveryCallByItsName(Vendor vendor, World world) {
    List<CallEvent> seen = new ArrayList<>();
    AuthObserver observer =
        new AuthObserver() {
          @Override
          public void onCall(CallEvent event) {
            seen.add(event);
          }
        };
    List<Call> calls = Call.of(vendor);
    List<ErrorCode> unexpected = List.of(ErrorCode.UNKNOWN, ErrorCode.INVALID_RESPONSE);
    try (AuthClient client = Vendors.client(vendor, world).observer(observer).build()) {
      for (Call call : calls) {
        @Nullable ErrorCode outcome =
            outcome(() -> call.run(client.unwrap(view(vendor)), call.arguments()));
        assertTrue(
            outcome == null || !unexpected.contains(outcome),
            () -> call.operation(vendor) + " of nobody: " + outcome);
      }
    }
    assertEquals(
        calls.stream().map(call -> call.operation(vendor)).toList(),
        seen.stream().map(CallEvent::operation).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theOtherProvidersViewIsRefusedByName(Vendor vendor, World world) {
    Vendor other = vendor == Vendor.STYTCH ? Vendor.STACK_AUTH : Vendor.STYTCH;
    try (AuthClient client = Vendors.client(vendor, world).build()) {
      AuthException e = assertThrows(AuthException.class, () -> client.unwrap(view(other)));
      assertEquals(ErrorCode.UNSUPPORTED, e.code());
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains("The provider " + client.provider()), message);
      assertTrue(message.contains(view(other).getName()), message);
    }
  }
}
