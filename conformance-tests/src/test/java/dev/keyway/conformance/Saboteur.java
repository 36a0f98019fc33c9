package dev.keyway.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Puts itself before an area of a real provider and does some of its calls otherwise. */
final class Saboteur {

  /** A call as the saboteur sees it. */
  interface Call {

    String name();

    Object argument(int index);

    /** What the real area does. */
    @Nullable Object real() throws Throwable;
  }

  /** What the saboteur makes of a call. */
  interface Sabotage {
    @Nullable Object make(Call call) throws Throwable;
  }

  private Saboteur() {}

  static <A> A before(Class<A> area, A real, Sabotage sabotage) {
    return area.cast(
        Proxy.newProxyInstance(
            area.getClassLoader(),
            new Class<?>[] {area},
            (proxy, method, arguments) ->
                sabotage.make(
                    new Call() {
                      @Override
                      public String name() {
                        return method.getName();
                      }

                      @Override
                      public Object argument(int index) {
                        return arguments[index];
                      }

                      @Override
                      public @Nullable Object real() throws Throwable {
                        try {
                          return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                          throw e.getCause();
                        }
                      }
                    })));
  }
}
