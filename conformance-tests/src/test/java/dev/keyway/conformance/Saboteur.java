package dev.keyway.conformance;

import dev.keyway.spi.AuthProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts itself before an area of a real provider and does some of its calls otherwise. */
final class Saboteur {

  /** A call as the saboteur sees it. */
  interface Call {

    String name();

    Object argument(int index);

    /** What the real area does. */
    @Nullable Object real() throws Throwable;

    /** What the real area does when one argument is another. */
    @Nullable Object realWith(int index, Object argument) throws Throwable;

    /** The provider behind the area, unbroken. */
    AuthProvider provider();
  }

  /** What the saboteur makes of a call. */
  interface Sabotage {
    @Nullable Object make(Call call) throws Throwable;
  }

  private Saboteur() {}

  static Object before(Class<?> area, Object real, AuthProvider provider, Sabotage sabotage) {
    return Proxy.newProxyInstance(
        area.getClassLoader(),
        new Class<?>[] {area},
        (proxy, method, arguments) ->
            sabotage.make(new Intercepted(real, provider, method, List.of(arguments))));
  }

  private record Intercepted(
      Object area, AuthProvider provider, Method method, List<Object> arguments) implements Call {

    @Override
    public String name() {
      return method.getName();
    }

    @Override
    public Object argument(int index) {
      return arguments.get(index);
    }

    @Override
    public @Nullable Object real() throws Throwable {
      return invoke(arguments);
    }

    @Override
    public @Nullable Object realWith(int index, Object argument) throws Throwable {
      List<Object> others = new ArrayList<>(arguments);
      others.set(index, argument);
      return invoke(others);
    }

    private @Nullable Object invoke(List<Object> actual) throws Throwable {
      try {
        return method.invoke(area, actual.toArray());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
